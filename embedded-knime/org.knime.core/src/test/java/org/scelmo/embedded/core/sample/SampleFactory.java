package org.scelmo.embedded.core.sample;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeView;
import org.knime.core.node.port.PortType;

/** Makes sample nodes. */
public final class SampleFactory extends NodeFactory<CountingModel> {

    private static final CountingModel.Configure NOTHING_KNOWN = (model, specs) -> null;

    private final PortType[] m_inputs;

    private final PortType[] m_outputs;

    private final CountingModel.Configure m_configure;

    private final CountingModel.Execute m_execute;

    private SampleFactory(final PortType[] inputs, final PortType[] outputs, final CountingModel.Configure configure,
        final CountingModel.Execute execute) {
        m_inputs = inputs;
        m_outputs = outputs;
        m_configure = configure;
        m_execute = execute;
    }

    /** A node with one table as input and one as output. */
    public static SampleFactory tables(final CountingModel.Configure configure, final CountingModel.Execute execute) {
        return new SampleFactory(new PortType[]{BufferedDataTable.TYPE}, new PortType[]{BufferedDataTable.TYPE},
            configure, execute);
    }

    /** A node with one table as input and one as output whose output is not known before. */
    public static SampleFactory tables(final CountingModel.Execute execute) {
        return tables(NOTHING_KNOWN, execute);
    }

    /** A node with the given ports. */
    public static SampleFactory ports(final PortType[] inputs, final PortType[] outputs,
        final CountingModel.Execute execute) {
        return new SampleFactory(inputs, outputs, NOTHING_KNOWN, execute);
    }

    @Override
    public CountingModel createNodeModel() {
        return new CountingModel(m_inputs, m_outputs, m_configure, m_execute);
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    @Deprecated
    public NodeView<CountingModel> createNodeView(final int viewIndex, final CountingModel nodeModel) {
        return null;
    }

    @Override
    @Deprecated
    protected boolean hasDialog() {
        return false;
    }

    @Override
    @Deprecated
    protected NodeDialogPane createNodeDialogPane() {
        return null;
    }
}
