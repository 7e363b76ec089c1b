package org.knime.core.node;

import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** Name and texts of a node. */
public abstract class NodeDescription {

    private boolean m_deprecated;

    public NodeDescription() {
        // for subclasses
    }

    public abstract String getNodeName();

    public abstract String getIconPath();

    public abstract NodeFactory.NodeType getType();

    public abstract String getInportName(int index);

    public abstract String getInportDescription(int index);

    public abstract String getOutportName(int index);

    public abstract String getOutportDescription(int index);

    public abstract int getViewCount();

    public abstract String getViewName(int index);

    public abstract String getViewDescription(int index);

    public abstract String getInteractiveViewName();

    public abstract Element getXMLDescription();

    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    public Optional<String> getIntro() {
        return Optional.empty();
    }

    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    public String[] getKeywords() {
        return new String[0];
    }

    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return List.of();
    }

    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return List.of();
    }

    public boolean isDeprecated() {
        return m_deprecated;
    }

    protected void setIsDeprecated(final boolean b) {
        m_deprecated = b;
    }

    public static DocumentBuilderFactory getDocumentBuilderFactory() {
        final var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory;
    }

    /** A link to more about the node. */
    public static final class DescriptionLink {

        private final String m_target;

        private final String m_text;

        public DescriptionLink(final String target, final String text) {
            m_target = target;
            m_text = text;
        }

        public String getTarget() {
            return m_target;
        }

        public String getText() {
            return m_text;
        }
    }

    /** One option of the dialog. */
    public static final class DialogOption {

        private final String m_name;

        private final String m_description;

        private final boolean m_optional;

        public DialogOption(final String name, final String description, final boolean isOptional) {
            m_name = name;
            m_description = description;
            m_optional = isOptional;
        }

        public String getName() {
            return m_name;
        }

        public String getDescription() {
            return m_description;
        }

        public boolean isOptional() {
            return m_optional;
        }
    }

    /** Options of the dialog under one heading. */
    public static final class DialogOptionGroup {

        private final String m_name;

        private final String m_description;

        private final List<DialogOption> m_options;

        public DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            m_name = name;
            m_description = description;
            m_options = List.copyOf(options);
        }

        public Optional<String> getName() {
            return Optional.ofNullable(m_name);
        }

        public Optional<String> getDescription() {
            return Optional.ofNullable(m_description);
        }

        public List<DialogOption> getOptions() {
            return m_options;
        }
    }

    /** Ports that the user may add. */
    public static final class DynamicPortGroupDescription {

        private final String m_name;

        private final String m_identifier;

        private final String m_description;

        public DynamicPortGroupDescription(final String groupName, final String groupIdentifier,
            final String groupDescription) {
            m_name = groupName;
            m_identifier = groupIdentifier;
            m_description = groupDescription;
        }

        public String getGroupName() {
            return m_name;
        }

        public String getGroupIdentifier() {
            return m_identifier;
        }

        public String getGroupDescription() {
            return m_description;
        }
    }
}
