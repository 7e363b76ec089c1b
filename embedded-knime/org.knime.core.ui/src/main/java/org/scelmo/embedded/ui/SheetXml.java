package org.scelmo.embedded.ui;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.NodeDescription;
import org.scelmo.embedded.ui.ports.PortGroup;
import org.scelmo.embedded.ui.ports.PortGroup.Mode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes a {@link NodeSheet} as KNIME's node description XML. */
final class SheetXml {

    private static final String NAMESPACE = "http://knime.org/node/v5.3";

    private final NodeSheet m_sheet;

    private final DocumentBuilder m_parser;

    private final Document m_document;

    SheetXml(final NodeSheet sheet) {
        m_sheet = sheet;
        try {
            m_parser = NodeDescription.getDocumentBuilderFactory().newDocumentBuilder();
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be configured", e);
        }
        m_parser.setErrorHandler(null);
        m_document = m_parser.newDocument();
    }

    Element toXml() {
        final var node = m_document.createElementNS(NAMESPACE, "knimeNode");
        m_document.appendChild(node);
        node.setAttribute("icon", m_sheet.iconPath());
        node.setAttribute("type", m_sheet.type().name());
        child(node, "name").setTextContent(m_sheet.name());
        markup(child(node, "shortDescription"), m_sheet.shortDescription());
        final var full = child(node, "fullDescription");
        markup(child(full, "intro"), m_sheet.fullDescription());
        addOptions(full);
        m_sheet.externalResources().forEach(resource -> {
            final var link = child(full, "link");
            link.setAttribute("href", resource.href());
            markup(link, resource.description());
        });
        final var ports = child(node, "ports");
        addPorts(ports, m_sheet.inputs(), "inPort", "dynInPort");
        addPorts(ports, m_sheet.outputs(), "outPort", "dynOutPort");
        m_sheet.view().ifPresent(view -> {
            final var element = child(child(node, "views"), "view");
            element.setAttribute("index", "0");
            element.setAttribute("name", m_sheet.name());
            markup(element, view.description());
        });
        if (!m_sheet.keywords().isEmpty()) {
            final var keywords = child(node, "keywords");
            m_sheet.keywords().forEach(keyword -> child(keywords, "keyword").setTextContent(keyword));
        }
        return node;
    }

    private void addOptions(final Element full) {
        if (m_sheet.options().isEmpty()) {
            return;
        }
        final var tab = child(full, "tab");
        tab.setAttribute("name", "Options");
        for (final var option : m_sheet.options()) {
            final var element = child(tab, "option");
            element.setAttribute("name", option.title());
            markup(element, option.description());
            if (option.constants().stream().anyMatch(c -> !c.description().isEmpty())) {
                final var list = child(element, "ul");
                option.constants().forEach(c -> markup(child(list, "li"), "<b>" + c.title() + "</b>: "
                    + c.description()));
            }
        }
    }

    /** Fixed ports come before groups that users may change, as the schema wants it. */
    private void addPorts(final Element ports, final List<PortGroup> groups, final String fixedTag,
        final String dynamicTag) {
        var index = 0;
        final var dynamic = new ArrayList<Element>();
        for (final var group : groups) {
            final var fixed = group.mode() == Mode.FIXED;
            final var port = m_document.createElementNS(NAMESPACE, fixed ? fixedTag : dynamicTag);
            port.setAttribute("name", group.name());
            markup(port, group.description());
            if (fixed) {
                port.setAttribute("index", Integer.toString(index++));
                ports.appendChild(port);
            } else {
                port.setAttribute("insert-before", Integer.toString(index));
                port.setAttribute("group-identifier", group.id());
                port.setAttribute("configurable-via-menu", "false");
                dynamic.add(port);
            }
        }
        dynamic.forEach(ports::appendChild);
    }

    private Element child(final Element parent, final String tag) {
        return (Element)parent.appendChild(m_document.createElementNS(NAMESPACE, tag));
    }

    private void markup(final Element parent, final String text) {
        try {
            final var source = "<text xmlns='" + NAMESPACE + "'>" + text + "</text>";
            final var children =
                m_parser.parse(new InputSource(new StringReader(source))).getDocumentElement().getChildNodes();
            for (var i = 0; i < children.getLength(); i++) {
                parent.appendChild(m_document.importNode(children.item(i), true));
            }
        } catch (final SAXException | IOException e) {
            throw new IllegalArgumentException("A text of " + m_sheet.name()
                + " is not well-formed markup (" + e.getMessage() + "): " + text, e);
        }
    }
}
