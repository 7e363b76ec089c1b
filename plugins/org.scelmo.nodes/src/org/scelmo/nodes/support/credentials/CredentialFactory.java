package org.scelmo.nodes.support.credentials;

import java.util.List;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;
import org.knime.core.util.Version;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.NodeDialogManager;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.impl.description.DefaultNodeDescriptionUtil;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.parameters.NodeParameters;
import org.scelmo.nodes.support.credentials.CredentialNode.Port;
import org.scelmo.nodes.support.credentials.CredentialNode.View;

/**
 * Makes a node of its data sheet, as {@code DefaultNodeFactory} does for nodes without credentials.
 *
 * @param <P> the node's parameters
 */
public abstract class CredentialFactory<P extends NodeParameters> extends NodeFactory<CredentialNodeModel<P>>
    implements NodeDialogFactory, NodeViewFactory<CredentialNodeModel<P>> {

    private static final Version SINCE = new Version(0, 1, 0);

    private final CredentialNode<P> m_node;

    /** @param node the data sheet */
    protected CredentialFactory(final CredentialNode<P> node) {
        super(true); // the description is made of the sheet, which is only now there
        m_node = node;
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() {
        final var texts = m_node.texts();
        return DefaultNodeDescriptionUtil.createNodeDescription(texts.name(), texts.icon(), ports(m_node.inputs()),
            ports(m_node.outputs()), texts.shortDescription(), texts.fullDescription(), texts.links(),
            m_node.parameters(), null, m_node.view().map(View::description).orElse(null), texts.type(),
            texts.keywords(), SINCE);
    }

    private static List<PortDescription> ports(final List<Port> ports) {
        return ports.stream().map(p -> PortDescription.fixedPort(p.name(), p.description())).toList();
    }

    @Override
    public final CredentialNodeModel<P> createNodeModel() {
        return new CredentialNodeModel<>(m_node);
    }

    @Override
    public final NodeDialog createNodeDialog() {
        return new DefaultNodeDialog(SettingsType.MODEL, m_node.parameters());
    }

    @Override
    @Deprecated
    protected final boolean hasDialog() {
        return true;
    }

    @Override
    @Deprecated
    protected final NodeDialogPane createNodeDialogPane() {
        return NodeDialogManager.createLegacyFlowVariableNodeDialog(createNodeDialog());
    }

    @Override
    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    @Override
    public final org.knime.core.webui.node.view.NodeView createNodeView(final CredentialNodeModel<P> nodeModel) {
        return new CredentialView(m_node.view().orElseThrow(), nodeModel::viewData);
    }

    @Override
    protected final int getNrNodeViews() {
        return hasNodeView() ? 1 : 0;
    }

    @Override
    @Deprecated
    public final NodeView<CredentialNodeModel<P>> createNodeView(final int viewIndex,
        final CredentialNodeModel<P> nodeModel) {
        return null;
    }
}
