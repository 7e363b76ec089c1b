package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;

import org.apache.xmlbeans.XmlException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes the parts of a node.
 *
 * @param <T> its model
 */
public abstract class NodeFactory<T extends NodeModel> {

    private final boolean m_lazy;

    private NodeDescription m_description;

    protected NodeFactory() {
        this(false);
    }

    /**
     * A factory.
     *
     * @param lazyInitialization whether {@link #init()} is left to whoever needs the description
     */
    protected NodeFactory(final boolean lazyInitialization) {
        m_lazy = lazyInitialization;
        if (!lazyInitialization) {
            init();
        }
    }

    /** Makes the description; done once. */
    public synchronized void init() {
        if (m_description == null) {
            try {
                m_description = createNodeDescription();
            } catch (final SAXException | IOException | XmlException e) {
                throw new IllegalStateException("The description of " + getClass().getName() + " cannot be read: "
                    + e.getMessage(), e);
            }
        }
    }

    public final boolean isLazilyInitialized() {
        return m_lazy;
    }

    protected NodeDescription createNodeDescription() throws SAXException, IOException, XmlException {
        return new NamedNodeDescription(getClass());
    }

    final NodeDescription description() {
        return m_description;
    }

    public abstract T createNodeModel();

    protected T createNodeModel(final NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    @Deprecated
    protected T createNodeModel(final NodeCreationContext context) {
        return createNodeModel();
    }

    protected abstract int getNrNodeViews();

    @Deprecated
    public abstract NodeView<T> createNodeView(int viewIndex, T nodeModel);

    public AbstractNodeView<T> createAbstractNodeView(final int viewIndex, final T nodeModel) {
        return createNodeView(viewIndex, nodeModel);
    }

    @Deprecated
    protected abstract boolean hasDialog();

    @Deprecated
    protected abstract NodeDialogPane createNodeDialogPane();

    @Deprecated
    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return createNodeDialogPane();
    }

    public final String getNodeName() {
        return m_description.getNodeName();
    }

    public NodeType getType() {
        return m_description.getType();
    }

    public URL getIcon() {
        final var path = m_description.getIconPath();
        if (path == null) {
            return null;
        }
        // relative to the class; a class loader itself understands neither "./" nor "../"
        final var folder = URI.create("/" + getClass().getPackageName().replace('.', '/') + "/");
        return getClass().getResource(folder.resolve(path).toString());
    }

    public final String[] getKeywords() {
        return m_description.getKeywords();
    }

    public String getInportName(final int index) {
        return m_description.getInportName(index);
    }

    public final String getInportDescription(final int index) {
        return m_description.getInportDescription(index);
    }

    public String getOutportName(final int index) {
        return m_description.getOutportName(index);
    }

    public final String getOutportDescription(final int index) {
        return m_description.getOutportDescription(index);
    }

    public String getInteractiveViewName() {
        return m_description.getInteractiveViewName();
    }

    public Element getXMLDescription() {
        return m_description.getXMLDescription();
    }

    public final boolean isDeprecated() {
        return m_description.isDeprecated();
    }

    public final String getFactoryId() {
        return getClass().getName();
    }

    @Deprecated
    protected InputStream getPropertiesInputStream() {
        return null;
    }

    /**
     * Writes what makes this factory differ from others of its class.
     *
     * @param config where to
     */
    public void saveAdditionalFactorySettings(final ConfigWO config) {
        // nothing differs
    }

    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        init();
    }

    /** What a node does, as KNIME colours it. */
    public enum NodeType {
        Source, Sink, Learner, Predictor, Manipulator, Visualizer, Widget, Configuration, Meta, LoopStart, LoopEnd,
        ScopeStart, ScopeEnd,
        /** A configuration of old. */
        @Deprecated
        QuickForm, Other, Missing, Unknown, Subnode, VirtualIn, VirtualOut, Container
    }
}
