package org.scelmo.embedded.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.scelmo.embedded.ui.ports.PortGroup;
import org.scelmo.embedded.ui.ports.PortGroup.Mode;
import org.w3c.dom.Element;

/** KNIME's view of a {@link NodeSheet}. */
public final class SheetDescription extends NodeDescription {

    private final NodeSheet m_sheet;

    /** @param sheet what the node says about itself */
    public SheetDescription(final NodeSheet sheet) {
        m_sheet = sheet;
    }

    NodeSheet sheet() {
        return m_sheet;
    }

    @Override
    public String getNodeName() {
        return m_sheet.name();
    }

    @Override
    public String getIconPath() {
        return m_sheet.iconPath();
    }

    @Override
    public NodeType getType() {
        return m_sheet.type();
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.of(m_sheet.shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.of(m_sheet.fullDescription());
    }

    @Override
    public Optional<Version> getSinceVersion() {
        return Optional.of(m_sheet.since());
    }

    @Override
    public String[] getKeywords() {
        return m_sheet.keywords().toArray(String[]::new);
    }

    @Override
    public String getInportName(final int index) {
        return port(m_sheet.inputs(), index).map(PortGroup::name).orElse(null);
    }

    @Override
    public String getInportDescription(final int index) {
        return port(m_sheet.inputs(), index).map(PortGroup::description).orElse(null);
    }

    @Override
    public String getOutportName(final int index) {
        return port(m_sheet.outputs(), index).map(PortGroup::name).orElse(null);
    }

    @Override
    public String getOutportDescription(final int index) {
        return port(m_sheet.outputs(), index).map(PortGroup::description).orElse(null);
    }

    private static Optional<PortGroup> port(final List<PortGroup> groups, final int index) {
        return groups.stream().filter(g -> g.mode() == Mode.FIXED).skip(index).findFirst();
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return dynamic(m_sheet.inputs());
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return dynamic(m_sheet.outputs());
    }

    private static List<DynamicPortGroupDescription> dynamic(final List<PortGroup> groups) {
        return groups.stream().filter(g -> g.mode() != Mode.FIXED)
            .map(g -> new DynamicPortGroupDescription(g.name(), g.id(), g.description())).toList();
    }

    @Override
    public List<DialogOptionGroup> getDialogOptionGroups() {
        final var sections = new LinkedHashMap<String, List<DialogOption>>();
        for (final var option : m_sheet.options()) {
            sections.computeIfAbsent(option.section(), s -> new ArrayList<>())
                .add(new DialogOption(option.title(), text(option), false));
        }
        return sections.entrySet().stream()
            .map(s -> new DialogOptionGroup(s.getKey().isEmpty() ? null : s.getKey(), null, s.getValue())).toList();
    }

    /** @return what the option does, and each of its choices */
    private static String text(final org.scelmo.embedded.ui.DialogOption option) {
        if (option.constants().isEmpty()) {
            return option.description();
        }
        return option.constants().stream()
            .map(c -> c.description().isEmpty() ? "<li><b>%s</b></li>".formatted(c.title())
                : "<li><b>%s:</b> %s</li>".formatted(c.title(), c.description()))
            .collect(Collectors.joining("", option.description() + "<ul>", "</ul>"));
    }

    @Override
    public int getViewCount() {
        return m_sheet.view().isPresent() ? 1 : 0;
    }

    @Override
    public String getViewName(final int index) {
        return getInteractiveViewName();
    }

    @Override
    public String getViewDescription(final int index) {
        return m_sheet.view().map(ViewSheet::description).orElse(null);
    }

    @Override
    public String getInteractiveViewName() {
        return m_sheet.view().isPresent() ? m_sheet.name() : null;
    }

    @Override
    public Element getXMLDescription() {
        return m_sheet.toXml();
    }
}
