package org.scelmo.adaptor.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.backend.Nd4jRuntime;
import org.scelmo.adaptor.backend.OffHeapMemoryException;
import org.scelmo.adaptor.parallel.Team;

/**
 * Turns each gene's vector into its factors by two layers with a ReLU between. float32; not thread-safe.
 *
 * <p>The genes are split into blocks by their number alone, each computed by one thread of native code. Native threads
 * would share each product instead, wait for each other in loops, and be slower than one on a busy processor.
 */
public final class GeneTower implements AutoCloseable {

    private static final int BLOCK = 768;
    private static final int MOST_BLOCKS = 16;

    private final LayerSizes m_sizes;
    private final Team m_team;
    private final ComputeLimits m_limits;
    private final int m_genes;
    private final List<TowerBlock> m_blocks = new ArrayList<>();

    /**
     * @param vectors genes × input; copied outside Java's heap
     * @param limits wanted for the native code
     * @param team shares the blocks
     * @throws OffHeapMemoryException if the setting for memory is too low, or memory runs out
     */
    public GeneTower(final float[][] vectors, final LayerSizes sizes, final ComputeLimits limits, final Team team) {
        m_sizes = sizes;
        m_team = team;
        m_genes = vectors.length;
        m_limits = Nd4jRuntime.start(limits);
        // a graphics card shares the work among its own threads
        final int blocks = Nd4jRuntime.isOnCard() ? 1 : Math.min(MOST_BLOCKS, (m_genes + BLOCK - 1) / BLOCK);
        Nd4jRuntime.checkMemory(m_limits, bytes(m_genes, blocks, sizes));
        try {
            for (int b = 0; b < blocks; b++) {
                team.check();
                m_blocks.add(new TowerBlock(vectors, begin(b, blocks), begin(b + 1, blocks), sizes));
            }
        } catch (final OutOfMemoryError e) {
            throw OffHeapMemoryException.of(e, m_limits.memoryBytes());
        }
    }

    private int begin(final int block, final int blocks) {
        return (int)((long)m_genes * block / blocks);
    }

    private static long bytes(final int genes, final int blocks, final LayerSizes sizes) {
        return 4L * genes * (sizes.input() + 4L * sizes.hidden() + 4L * sizes.output())
            + 16L * blocks * sizes.towerParameters();
    }

    /**
     * @param weights to use
     * @return gene factors, genes × output
     */
    public float[][] forward(final Weights weights) {
        final var factors = new float[m_genes][m_sizes.output()];
        run(block -> block.forward(weights.tower(), factors));
        return factors;
    }

    /**
     * Takes a gradient back to the weights of the last {@link #forward}.
     *
     * @param slopes gradient with respect to the gene factors, genes × output
     * @param gradient receives that with respect to the tower's weights
     */
    void backward(final float[][] slopes, final float[] gradient) {
        run(block -> block.backward(slopes));
        Arrays.fill(gradient, 0);
        for (final var block : m_blocks) {
            block.addTo(gradient);
        }
    }

    private void run(final Consumer<TowerBlock> work) {
        try {
            m_team.run(m_blocks.size(), b -> {
                if (m_blocks.size() > 1) {
                    Nd4jRuntime.useOneThread();
                }
                work.accept(m_blocks.get(b));
            });
        } catch (final OutOfMemoryError e) {
            throw OffHeapMemoryException.of(e, m_limits.memoryBytes());
        }
    }

    @Override
    public void close() {
        m_blocks.forEach(TowerBlock::close);
    }
}
