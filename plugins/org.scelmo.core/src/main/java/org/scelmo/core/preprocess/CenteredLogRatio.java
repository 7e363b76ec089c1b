package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MappedBlocks;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

/**
 * The centered log-ratio transformation of protein counts as muon's {@code prot.pp.clr} and Seurat's
 * {@code NormalizeData(method = "CLR")} define it: log(1 + x / g), where g is the exponential of the mean of log(1 +
 * x), zeros included, over the cells or the proteins. Zeros stay zeros, so that sparse data stay sparse.
 *
 * @param centers g of each protein; null if each cell has its own
 * @param emptyCells number of cells without any count; they stay so
 * @param wholeNumbers whether all values are whole numbers, as counts are
 */
public record CenteredLogRatio(double[] centers, long emptyCells, boolean wholeNumbers) {

    /** Over what the mean is taken. */
    public enum Margin {
        /** Over the cells, for each protein: muon's axis 0, Seurat's margin 1, the default of both. */
        CELLS,
        /** Over the proteins, for each cell: muon's axis 1, Seurat's margin 2. */
        PROTEINS
    }

    private static final String WHAT = "The protein matrix";

    /**
     * @param x counts, cells × proteins, read once; O(nnz)
     * @param margin over what the mean is taken
     * @param progress told after each block
     * @return the transformation
     * @throws IOException if the counts cannot be read
     * @throws UnfitExpressionException if one is negative
     * @throws NonFiniteValueException if one is NaN or infinite
     */
    public static CenteredLogRatio of(final RowBlocks x, final Margin margin, final Progress progress)
        throws IOException {
        final var look = new Look(x.columns());
        Rows.visit(x, look, "Means of logarithms", progress);
        final double[] centers = margin == Margin.PROTEINS ? null
            : Arrays.stream(look.m_logs).map(sum -> Math.exp(sum / x.rows())).toArray();
        return new CenteredLogRatio(centers, look.m_empty, look.m_wholeNumbers);
    }

    /**
     * @param x the counts, or others of the same proteins
     * @return the transformed values, float32, computed as they pass by
     */
    public RowBlocks apply(final RowBlocks x) {
        return new MappedBlocks(x, (row, block, local, out) -> {
            final double own = centers == null ? center(block, local) : 0;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final double center = centers == null ? own : centers[block.indices()[e]];
                out[e] = (float)Math.log1p(block.values()[e] / center);
            }
        });
    }

    private static double center(final CsrMatrix block, final int local) {
        double logs = 0;
        for (int e = block.begin(local), end = block.end(local); e < end; e++) {
            logs += Math.log1p(block.values()[e]);
        }
        return Math.exp(logs / block.columns());
    }

    /** Sums the logarithms of each protein and checks the values. */
    private static final class Look implements Rows.Visitor {

        private final double[] m_logs;
        private long m_empty;
        private boolean m_wholeNumbers = true;

        Look(final int proteins) {
            m_logs = new double[proteins];
        }

        @Override
        public void visit(final long row, final CsrMatrix block, final int local) {
            boolean isEmpty = true;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final float value = block.values()[e];
                final int protein = block.indices()[e];
                if (!Float.isFinite(value)) {
                    throw new NonFiniteValueException(WHAT, row, protein, value);
                }
                if (value < 0) {
                    throw new UnfitExpressionException(
                        "%s holds the negative value %s in row %d, column %d (counted from 0).".formatted(WHAT, value,
                            row, protein),
                        "Use counts; values that are normalized already, for example by DSB, need no CLR.");
                }
                m_logs[protein] += Math.log1p(value);
                m_wholeNumbers &= Values.isWhole(value);
                isEmpty &= value == 0;
            }
            m_empty += isEmpty ? 1 : 0;
        }
    }
}
