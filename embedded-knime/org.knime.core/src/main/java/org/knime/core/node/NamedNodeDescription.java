package org.knime.core.node;

import org.w3c.dom.Element;

/** The description of a node that has none: its name is that of its factory. */
final class NamedNodeDescription extends NodeDescription {

    private final String m_name;

    NamedNodeDescription(final Class<?> factory) {
        m_name = factory.getSimpleName().replace("NodeFactory", "");
    }

    @Override
    public String getNodeName() {
        return m_name;
    }

    @Override
    public String getIconPath() {
        return null;
    }

    @Override
    public NodeFactory.NodeType getType() {
        return NodeFactory.NodeType.Unknown;
    }

    @Override
    public String getInportName(final int index) {
        return "Port " + index;
    }

    @Override
    public String getInportDescription(final int index) {
        return null;
    }

    @Override
    public String getOutportName(final int index) {
        return "Port " + index;
    }

    @Override
    public String getOutportDescription(final int index) {
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
    public String getInteractiveViewName() {
        return null;
    }

    @Override
    public Element getXMLDescription() {
        return null;
    }
}
