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
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.backend.Nd4jRuntime;
import org.scelmo.adaptor.backend.OffHeapMemoryException;

/**
 * Turns each gene's vector into its factors by two layers with a ReLU between: a DL4J graph without a loss of its own,
 * to which the gradient comes from outside. float32; not thread-safe.
 */
public final class GeneTower implements AutoCloseable {

    private static final String INPUT = "vectors";
    private static final String HIDDEN = "fc1";
    private static final String OUTPUT = "fc2";

    private final LayerSizes m_sizes;
    private final ComputeLimits m_limits;
    private final ComputationGraph m_graph;
    private final INDArray m_vectors;
    private INDArray m_hidden;

    /**
     * @param vectors genes × input; copied outside Java's heap
     * @param limits wanted for the native code
     * @throws OffHeapMemoryException if the setting for memory is too low, or memory runs out
     */
    public GeneTower(final float[][] vectors, final LayerSizes sizes, final ComputeLimits limits) {
        m_sizes = sizes;
        m_limits = Nd4jRuntime.start(limits);
        Nd4jRuntime.checkMemory(m_limits, bytes(vectors.length, sizes));
        try {
            m_vectors = Nd4j.createUninitialized(DataType.FLOAT, vectors.length, sizes.input());
            final var buffer = m_vectors.data().asNioFloat();
            for (final var vector : vectors) {
                buffer.put(vector, 0, sizes.input());
            }
            written(m_vectors);
            m_graph = new ComputationGraph(configuration(sizes));
            m_graph.init();
        } catch (final OutOfMemoryError e) {
            throw OffHeapMemoryException.of(e, m_limits.memoryBytes());
        }
    }

    /** Tells a graphics card to fetch what was changed in Java's reach before it computes; nothing on the processor. */
    private static void written(final INDArray array) {
        Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
    }

    private static long bytes(final int genes, final LayerSizes sizes) {
        return 4L * genes * (sizes.input() + 4L * sizes.hidden() + 4L * sizes.output())
            + 16L * sizes.towerParameters();
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

    /**
     * @param weights to use
     * @return gene factors, genes × output
     */
    public float[][] forward(final Weights weights) {
        try {
            m_graph.params().data().asNioFloat().put(weights.tower());
            written(m_graph.params());
            final var layers = m_graph.feedForward(new INDArray[]{m_vectors}, false, true);
            if (m_hidden != null) {
                m_hidden.close();
            }
            m_hidden = layers.get(HIDDEN);
            final var flat = layers.get(OUTPUT).dup('c');
            final var factors = new float[m_vectors.rows()][m_sizes.output()];
            final var buffer = flat.data().asNioFloat();
            for (final var row : factors) {
                buffer.get(row);
            }
            flat.close();
            return factors;
        } catch (final OutOfMemoryError e) {
            throw OffHeapMemoryException.of(e, m_limits.memoryBytes());
        }
    }

    /**
     * Takes a gradient back to the weights of the last {@link #forward}.
     *
     * @param slopes gradient with respect to the gene factors, genes × output
     * @param gradient receives that with respect to the tower's weights
     */
    void backward(final float[][] slopes, final float[] gradient) {
        try (var outer = Nd4j.createUninitialized(DataType.FLOAT, slopes.length, m_sizes.output())) {
            final var buffer = outer.data().asNioFloat();
            for (final var row : slopes) {
                buffer.put(row, 0, m_sizes.output());
            }
            written(outer);
            backward(outer, FloatBuffer.wrap(gradient));
        } catch (final OutOfMemoryError e) {
            throw OffHeapMemoryException.of(e, m_limits.memoryBytes());
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

    @Override
    public void close() {
        if (m_hidden != null) {
            m_hidden.close();
        }
        m_vectors.close();
        m_graph.close();
    }
}
