package org.scelmo.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Counts of any number of cells, made as they are read. Every cell has its own seed, so it is the same in every pass. */
final class GeneratedCells implements RowBlocks {

    private static final int BATCHES = 8;
    private static final int MAX_ROWS = 1024;

    private final int m_cells;
    private final CountModel m_model;
    private final long m_seed;

    private GeneratedCells(final int cells, final CountModel model, final long seed) {
        m_cells = cells;
        m_model = model;
        m_seed = seed;
    }

    /**
     * @param density share of genes that a cell expresses, on average
     * @return cells with the annotations cell_type and batch
     */
    static AnnData data(final int cells, final int genes, final double density, final long seed) {
        final Map<String, Column> annotations = new LinkedHashMap<>();
        annotations.put("cell_type", categories("type ", CountModel.TYPES,
            IntStream.range(0, cells).map(i -> type(random(seed, i))).toArray()));
        annotations.put("batch", categories("batch ", BATCHES,
            IntStream.range(0, cells).map(i -> (int)((long)i * BATCHES / cells)).toArray()));
        return AnnData.of(new GeneratedCells(cells, new CountModel(genes, density, seed), seed),
            new Frame(names("cell", cells), annotations), new Frame(names("gene", genes), Map.of()));
    }

    private static CategoricalColumn categories(final String prefix, final int count, final int[] codes) {
        return new CategoricalColumn(codes, Arrays.asList(names(prefix, count)), false);
    }

    private static String[] names(final String prefix, final int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static SplittableRandom random(final long seed, final long cell) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + cell);
    }

    /** The first types are more common; the random number is the first that a cell draws. */
    private static int type(final SplittableRandom random) {
        final double u = random.nextDouble();
        return (int)(CountModel.TYPES * u * u);
    }

    @Override
    public long rows() {
        return m_cells;
    }

    @Override
    public int columns() {
        return m_model.genes();
    }

    @Override
    public long nnz() {
        return -1;
    }

    @Override
    public Cursor open(final long firstRow) {
        return new Cursor() {
            private final int[] m_counts = new int[m_model.genes()];
            private int m_next = (int)firstRow;

            @Override
            public CsrMatrix next(final int maxRows) {
                if (m_next >= m_cells) {
                    return null;
                }
                final int from = m_next;
                m_next += Math.min(Math.min(maxRows, MAX_ROWS), m_cells - from);
                return block(from, m_next, m_counts);
            }

            @Override
            public long position() {
                return m_next;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** @param counts all 0, before and after */
    private CsrMatrix block(final int from, final int to, final int[] counts) {
        final var offsets = new long[to - from + 1];
        var indices = new int[1 << 16];
        var values = new float[1 << 16];
        int n = 0;
        for (int i = from; i < to; i++) {
            final var random = random(m_seed, i);
            m_model.draw(type(random), random, counts);
            if (indices.length - n < counts.length) {
                indices = Arrays.copyOf(indices, 2 * indices.length + counts.length);
                values = Arrays.copyOf(values, indices.length);
            }
            for (int g = 0; g < counts.length; g++) {
                if (counts[g] > 0) {
                    indices[n] = g;
                    values[n++] = counts[g];
                    counts[g] = 0;
                }
            }
            offsets[i - from + 1] = n;
        }
        return CsrMatrix.wrap(to - from, counts.length, offsets, indices, values);
    }
}
