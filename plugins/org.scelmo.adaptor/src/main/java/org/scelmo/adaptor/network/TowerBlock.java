package org.scelmo.adaptor.network;

import java.nio.FloatBuffer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The tower for one stretch of the genes: a DL4J graph without a loss of its own, to which the gradient comes from
 * outside. For one thread at a time.
 */
final class TowerBlock implements AutoCloseable {

    private static final String INPUT = "vectors";
    private static final String HIDDEN = "fc1";
    private static final String OUTPUT = "fc2";

    private final LayerSizes m_sizes;
    private final int m_from;
    private final int m_to;
    private final ComputationGraph m_graph;
    private final INDArray m_vectors;
    private final float[] m_gradient;
    private INDArray m_hidden;

    /**
     * @param vectors of all genes; those from {@code from} to {@code to} (exclusive) are copied outside Java's heap
     */
    TowerBlock(final float[][] vectors, final int from, final int to, final LayerSizes sizes) {
        m_sizes = sizes;
        m_from = from;
        m_to = to;
        m_gradient = new float[sizes.towerParameters()];
        m_vectors = copy(vectors, sizes.input());
        m_graph = new ComputationGraph(configuration(sizes));
        m_graph.init();
    }

    private static ComputationGraphConfiguration configuration(final LayerSizes sizes) {
        return new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).updater(new NoOp())
            .weightInit(WeightInit.ZERO).trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED).graphBuilder().addInputs(INPUT)
            .addLayer(HIDDEN, new DenseLayer.Builder().nIn(sizes.input()).nOut(sizes.hidden())
                .activation(Activation.RELU).build(), INPUT)
            .addLayer(OUTPUT, new DenseLayer.Builder().nIn(sizes.hidden()).nOut(sizes.output())
                .activation(Activation.IDENTITY).build(), HIDDEN)
            .setOutputs(OUTPUT).build();
    }

    private INDArray copy(final float[][] rows, final int columns) {
        final var array = Nd4j.createUninitialized(DataType.FLOAT, m_to - m_from, columns);
        final var buffer = array.data().asNioFloat();
        for (int j = m_from; j < m_to; j++) {
            buffer.put(rows[j], 0, columns);
        }
        written(array);
        return array;
    }

    /** Tells a graphics card to fetch what was changed in Java's reach before it computes; nothing on the processor. */
    private static void written(final INDArray array) {
        Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
    }

    /** @param factors of all genes; receives the rows of this block's */
    void forward(final float[] weights, final float[][] factors) {
        m_graph.params().data().asNioFloat().put(weights);
        written(m_graph.params());
        final var layers = m_graph.feedForward(new INDArray[]{m_vectors}, false, true);
        if (m_hidden != null) {
            m_hidden.close();
        }
        m_hidden = layers.get(HIDDEN);
        try (var flat = layers.get(OUTPUT).dup('c')) {
            final var buffer = flat.data().asNioFloat();
            for (int j = m_from; j < m_to; j++) {
                buffer.get(factors[j]);
            }
        }
    }

    /**
     * Takes the gradient with respect to the factors of the last {@link #forward} back to the weights: this block's
     * share, which {@link #addTo} tells.
     *
     * @param slopes of all genes
     */
    void backward(final float[][] slopes) {
        try (var outer = copy(slopes, m_sizes.output())) {
            backward(outer, FloatBuffer.wrap(m_gradient));
        }
    }

    /** Not by the graph, which would compute the gradient by the gene vectors too: a third of all the work, for nothing. */
    private void backward(final INDArray outer, final FloatBuffer gradient) {
        // transposed, so that its rows lie in memory as those of the hidden layer do: mixed orders cost more
        try (var columns = Nd4j.gemm(m_graph.getParam(OUTPUT + "_W"), outer, false, true);
                var positive = m_hidden.gt(0);
                var active = positive.castTo(DataType.FLOAT)) {
            final var inner = columns.transpose().muli(active);
            layer(m_vectors, inner, gradient);
            layer(m_hidden, outer, gradient);
        }
    }

    private static void layer(final INDArray input, final INDArray slopes, final FloatBuffer gradient) {
        // column by column: the order of PyTorch and of the graph
        try (var weights = Nd4j.createUninitialized(DataType.FLOAT, new long[]{input.columns(), slopes.columns()}, 'f');
                var biases = slopes.sum(0)) {
            Nd4j.gemm(input, slopes, weights, true, false, 1, 0);
            gradient.put(weights.data().asNioFloat());
            gradient.put(biases.data().asNioFloat());
        }
    }

    /** Adds the share that {@link #backward} computed. */
    void addTo(final float[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += m_gradient[i];
        }
    }

    @Override
    public void close() {
        if (m_hidden != null) {
            m_hidden.close();
        }
        m_vectors.close();
        m_graph.close();
    }
}
