package org.knime.node;

import java.io.IOException;
import java.util.Optional;

import org.apache.xmlbeans.XmlException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.DefaultModel.RearrangeColumnsDefaultModel;
import org.knime.node.DefaultModel.StandardDefaultModel;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.embedded.ui.SheetDescription;
import org.scelmo.embedded.ui.SheetView;
import org.scelmo.embedded.ui.ViewSheet;
import org.scelmo.embedded.ui.model.Behaviour;
import org.scelmo.embedded.ui.model.DefaultNodeModel;
import org.scelmo.embedded.ui.model.RearrangeBehaviour;
import org.scelmo.embedded.ui.model.StandardBehaviour;
import org.scelmo.embedded.ui.ports.PortGroup;
import org.scelmo.embedded.ui.ports.PortGroup.Side;
import org.xml.sax.SAXException;

/** Factory of a node that a {@link DefaultNode} declares. Subclasses have a constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
    implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    private final DefaultNode m_node;

    /** @param node the declaration */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = node;
        super.init();
    }

    @Override
    public final synchronized void init() {
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() throws SAXException, IOException, XmlException {
        final var texts = m_node.m_texts;
        return new SheetDescription(new NodeSheet(getClass(), texts.name(), texts.icon(), texts.shortDescription(),
            texts.fullDescription(), texts.since(), m_node.nodeType(), m_node.m_keywords, m_node.m_externalResources,
            m_node.m_ports, Optional.ofNullable(m_node.m_model.m_parametersClass), m_node.view().map(v -> new ViewSheet(
                v.m_description, Optional.ofNullable(v.m_parametersClass), v.m_page, v.initialData(),
                v.handlers()))));
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        if (m_node.m_ports.isEmpty()) {
            return Optional.empty();
        }
        final var builder = new PortsConfigurationBuilder();
        m_node.m_ports.forEach(group -> add(group, builder));
        return Optional.of(builder);
    }

    private static void add(final PortGroup group, final PortsConfigurationBuilder builder) {
        final var id = group.id();
        final var fixed = group.fixed().toArray(PortType[]::new);
        final var supported = group.supported().toArray(PortType[]::new);
        final var input = group.side() == Side.INPUT;
        switch (group.mode()) {
            case FIXED -> {
                if (input) {
                    builder.addFixedInputPortGroup(id, fixed);
                } else {
                    builder.addFixedOutputPortGroup(id, fixed);
                }
            }
            case OPTIONAL -> {
                if (input) {
                    builder.addOptionalInputPortGroup(id, supported);
                } else {
                    builder.addOptionalOutputPortGroup(id, supported);
                }
            }
            case EXTENDABLE -> {
                if (input) {
                    builder.addExtendableInputPortGroup(id, fixed, supported);
                } else {
                    builder.addExtendableOutputPortGroup(id, fixed, supported);
                }
            }
        }
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final var ports = creationConfig.getPortConfig();
        final var viewParameters = m_node.view().<Class<? extends NodeParameters>> map(v -> v.m_parametersClass);
        return new DefaultNodeModel(behaviour(), viewParameters,
            ports.map(PortsConfiguration::getInputPorts).orElse(new PortType[0]),
            ports.map(PortsConfiguration::getOutputPorts).orElse(new PortType[0]));
    }

    private Behaviour behaviour() {
        if (m_node.m_model instanceof StandardDefaultModel model) {
            return new StandardBehaviour(model.m_parametersClass, model.m_configure, model.m_execute);
        }
        return new RearrangeBehaviour(m_node.m_model.m_parametersClass,
            ((RearrangeColumnsDefaultModel)m_node.m_model).m_rearrange);
    }

    @Override
    public boolean hasNodeDialog() {
        return m_node.m_model.m_parametersClass != null
            || m_node.view().map(v -> v.m_parametersClass != null).orElse(false);
    }

    @Override
    public final NodeDialog createNodeDialog() {
        return new DefaultNodeDialog(SettingsType.MODEL, m_node.m_model.m_parametersClass);
    }

    @Override
    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    @Override
    public final org.knime.core.webui.node.view.NodeView createNodeView(final NodeModel nodeModel) {
        return new SheetView(NodeSheet.of(this).view().orElseThrow(IllegalStateException::new),
            ((PortObjectHolder)nodeModel)::getInternalPortObjects);
    }

    @Override
    protected final int getNrNodeViews() {
        return hasNodeView() ? 1 : 0;
    }

    @Override
    @Deprecated
    public final NodeView<NodeModel> createNodeView(final int viewIndex, final NodeModel nodeModel) {
        return null;
    }

    /** Only says whether there is a dialog of the old kind. */
    @Override
    @Deprecated
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    @Deprecated
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return null;
    }
}
