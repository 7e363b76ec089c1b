package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Highly variable genes as scanpy 1.9.8 finds them with {@code highly_variable_genes}, in all cells or per batch. One
 * pass over the data; memory for a few numbers per gene and batch.
 */
public final class HighlyVariableGenes {

    /** How dispersions are measured and normalized. */
    public enum Flavor {
        /** Log dispersion of expression without logarithm, z-scores in 20 bins of the log mean. */
        SEURAT,
        /** Dispersion of log-normalized expression, median and MAD in 20 bins of percentiles of the mean. */
        CELL_RANGER
    }

    private HighlyVariableGenes() {
    }

    /**
     * @param x log-normalized expression (natural logarithm), cells × genes, read once
     * @param flavor the method
     * @param choice which genes
     * @param progress told after each block
     * @return what was found
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if X holds a negative value, or there are fewer than two cells
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static VariableGenes find(final RowBlocks x, final Flavor flavor, final HvgChoice choice,
        final Progress progress) throws IOException {
        final var scale = new Scale(flavor);
        final var moments = scale.moments(x, null, 1, progress)[0];
        checkCells(moments.cells(), "The data have");
        final var found = dispersions(moments, flavor);
        return new VariableGenes(found.means(), found.dispersions(), found.normalized(), null,
            choice.select(found.means(), found.normalized()), scale.sawWholeNumbersOnly());
    }

    /**
     * Finds the best genes by flavor cell_ranger in corrected expression, which may hold negative values.
     *
     * @param x cells × genes, read once
     * @param choice which genes
     * @param progress told after each block
     * @return zero-based positions of the genes, ascending
     * @throws IOException if X cannot be read
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static int[] findInCorrected(final RowBlocks x, final HvgChoice choice, final Progress progress)
        throws IOException {
        final var found = dispersions(GeneMoments.of(x, null, 1, progress)[0], Flavor.CELL_RANGER);
        return Selected.indices(choice.select(found.means(), found.normalized()));
    }

    /**
     * Finds them in each batch among the genes that it expresses; then genes chosen in more batches come first, then
     * those of a higher mean normalized dispersion, then by name. Cutoffs apply to the means over batches.
     *
     * @param x log-normalized expression (natural logarithm), cells × genes, read once
     * @param names of the genes
     * @param batch of each cell, from 0; −1 if it has none, then the cell is left out
     * @param batches number of batches
     * @param flavor the method
     * @param choice which genes, in each batch and in the end
     * @param progress told after each block
     * @return what was found; means and dispersions are averages over batches
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if X holds a negative value, or a batch has fewer than two cells
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     */
    public static VariableGenes find(final RowBlocks x, final String[] names, final int[] batch, // NOSONAR
        final int batches, final Flavor flavor, final HvgChoice choice, final Progress progress) throws IOException {
        final var scale = new Scale(flavor);
        final var moments = scale.moments(x, batch, batches, progress);
        final int genes = names.length;
        final var means = new NanMeans(genes);
        final var spreads = new NanMeans(genes);
        final var normalized = new NanMeans(genes);
        final var count = new int[genes];
        for (final var within : moments) {
            checkCells(within.cells(), "A batch has");
            addBatch(within, flavor, choice, means, spreads, normalized, count);
        }
        final var selected = choice.top() == 0 ? choice.cut(means.get(), normalized.get())
            : choice.first(genes, order(count, normalized.get(), names));
        return new VariableGenes(means.get(), spreads.get(), normalized.get(), count, selected,
            scale.sawWholeNumbersOnly());
    }

    private static Comparator<Integer> order(final int[] count, final double[] normalized, final String[] names) {
        final Comparator<Integer> byCount = Comparator.comparing(j -> -count[j]);
        // NaN sorts last
        return byCount.thenComparing(j -> -normalized[j]).thenComparing(j -> names[j]);
    }

    /** Genes that the batch does not express count with zeros, as in scanpy. */
    private static void addBatch(final GeneMoments.Moments within, final Flavor flavor, final HvgChoice choice,
        final NanMeans means, final NanMeans spreads, final NanMeans normalized, final int[] count) {
        final int genes = count.length;
        final var expressed = IntStream.range(0, genes).filter(j -> within.expressing()[j] > 0).toArray();
        final var found = dispersions(new GeneMoments.Moments(within.cells(), pick(within.mean(), expressed),
            pick(within.variance(), expressed), null, 0), flavor);
        final var selected = choice.select(found.means(), found.normalized());
        int next = 0;
        for (int j = 0; j < genes; j++) {
            final boolean isExpressed = next < expressed.length && expressed[next] == j;
            means.add(j, isExpressed ? found.means()[next] : 0);
            spreads.add(j, isExpressed ? found.dispersions()[next] : 0);
            normalized.add(j, isExpressed ? found.normalized()[next] : 0);
            if (isExpressed) {
                count[j] += selected[next] ? 1 : 0;
                next++;
            }
        }
    }

    private static double[] pick(final double[] numbers, final int[] positions) {
        return Arrays.stream(positions).mapToDouble(j -> numbers[j]).toArray();
    }

    private static Dispersions dispersions(final GeneMoments.Moments moments, final Flavor flavor) {
        return flavor == Flavor.SEURAT ? Dispersions.seurat(moments) : Dispersions.cellRanger(moments);
    }

    /** Flavor seurat undoes the logarithm, in float32 as scanpy does. */
    private static final class Scale {

        private final Flavor m_flavor;
        private volatile boolean m_fractions;

        Scale(final Flavor flavor) {
            m_flavor = flavor;
        }

        GeneMoments.Moments[] moments(final RowBlocks x, final int[] batch, final int batches,
            final Progress progress) throws IOException {
            return GeneMoments.of(x, this::map, batch, batches, BlockPass.processors(), progress);
        }

        private void map(final long row, final CsrMatrix block, final int local, final float[] out) {
            Values.checkNotNegative(row, block, local);
            final var expm1 = new CostlyFunction(Math::expm1);
            boolean fractions = false;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final float value = block.values()[e];
                fractions |= !Values.isWhole(value);
                out[e] = m_flavor == Flavor.SEURAT ? expm1.of(value) : value;
            }
            if (fractions) {
                m_fractions = true;
            }
        }

        boolean sawWholeNumbersOnly() {
            return !m_fractions;
        }
    }

    static void checkCells(final int cells, final String who) {
        if (cells < 2) {
            throw new UnfitExpressionException(who + " fewer than two cells, so that genes have no variance.",
                "Leave batches of single cells out, or do not use batches.",
                "Check the filter before that it leaves enough cells.");
        }
    }

    /** Means that leave NaN out, as numpy's {@code nanmean}. */
    private static final class NanMeans {

        private final double[] m_sums;
        private final int[] m_counts;

        NanMeans(final int size) {
            m_sums = new double[size];
            m_counts = new int[size];
        }

        void add(final int i, final double number) {
            if (!Double.isNaN(number)) {
                m_sums[i] += number;
                m_counts[i]++;
            }
        }

        double[] get() {
            return IntStream.range(0, m_sums.length).mapToDouble(i -> m_sums[i] / m_counts[i]).toArray();
        }
    }
}
