package org.scelmo.embedded.runner.builtin;

import java.util.Optional;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** Describes a node without inputs that makes one table. */
final class BuiltinDescription extends NodeDescription {

    private final String m_name;

    private final String m_text;

    private final String m_port;

    private final String m_portText;

    BuiltinDescription(final String name, final String text, final String port, final String portText) {
        m_name = name;
        m_text = text;
        m_port = port;
        m_portText = portText;
    }

    @Override
    public String getNodeName() {
        return m_name;
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.of(m_text);
    }

    @Override
    public String getIconPath() {
        return null;
    }

    @Override
    public NodeType getType() {
        return NodeType.Source;
    }

    @Override
    public String getInportName(final int index) {
        return null;
    }

    @Override
    public String getInportDescription(final int index) {
        return null;
    }

    @Override
    public String getOutportName(final int index) {
        return m_port;
    }

    @Override
    public String getOutportDescription(final int index) {
        return m_portText;
    }

    @Override
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public int getViewCount() {
        return 0;
    }

    @Override
    public String getViewName(final int index) {
        return null;
    }

    @Override
    public String getViewDescription(final int index) {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
