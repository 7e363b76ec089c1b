package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Quality metrics and filter in one pass: first cells, then genes over the cells that are left, as scanpy's
 * {@code filter_cells} followed by {@code filter_genes}. All limits include their bounds.
 *
 * @param cellCounts of the sum of a cell's counts
 * @param cellGenes of the number of genes of a cell
 * @param mitoPercent of the percentage of mitochondrial counts; a cell without counts fails any but none
 * @param geneCounts of the sum of a gene's counts
 * @param geneCells of the number of cells of a gene
 */
public record CellGeneFilter(Limits cellCounts, Limits cellGenes, Limits mitoPercent, Limits geneCounts,
    Limits geneCells) {

    /** Lets everything pass. */
    public static final CellGeneFilter NONE =
        new CellGeneFilter(Limits.NONE, Limits.NONE, Limits.NONE, Limits.NONE, Limits.NONE);

    /**
     * @param names of genes; null where one has none
     * @param prefix how the names of mitochondrial genes begin, in upper or lower case; empty if none shall count
     * @return whether each gene is mitochondrial
     */
    public static boolean[] mitochondrial(final String[] names, final String prefix) {
        final var start = prefix.strip().toLowerCase(Locale.ROOT);
        final var found = new boolean[names.length];
        for (int j = 0; j < names.length; j++) {
            found[j] = !start.isEmpty() && names[j] != null && names[j].toLowerCase(Locale.ROOT).startsWith(start);
        }
        return found;
    }

    /**
     * Computes the metrics and what passes; O(nnz), memory for the metrics only.
     *
     * @param x expression, cells × genes, read once; counts, though other values that are not negative will do
     * @param mitochondrial whether each gene is mitochondrial
     * @param progress told after each block
     * @return metrics of all cells and genes
     * @throws IOException if X cannot be read
     * @throws UnfitExpressionException if X holds a negative value
     * @throws org.scelmo.core.matrix.NonFiniteValueException if X holds NaN or an infinity
     * @throws EmptySelectionException if there are cells and genes, but none passes
     */
    public FilterResult apply(final RowBlocks x, final boolean[] mitochondrial, final Progress progress)
        throws IOException {
        final var pass = new Pass(this, Math.toIntExact(x.rows()), mitochondrial);
        Rows.visit(x, pass, "Counting", progress);
        final var result = pass.finish();
        checkNotEmpty(result);
        return result;
    }

    private static void checkNotEmpty(final FilterResult result) {
        final int cells = result.cells().kept().length;
        final int genes = result.genes().kept().length;
        if (cells > 0 && result.keptCells().length == 0) {
            throw new EmptySelectionException(
                String.format(Locale.ROOT, "None of the %,d cells passes the filter.", cells),
                "Widen the limits of cells; the metrics of the data show without limits what is usual.",
                "Check that X holds counts and that cells are rows.");
        }
        if (genes > 0 && result.keptGenes().length == 0) {
            throw new EmptySelectionException(
                String.format(Locale.ROOT, "None of the %,d genes passes the filter in the %,d cells that do.", genes,
                    result.keptCells().length),
                "Widen the limits of genes.", "Check that X holds counts and that cells are rows.");
        }
    }

    /** Gathers the metrics. */
    private static final class Pass implements Rows.Visitor {

        private final CellGeneFilter m_filter;
        private final CellQc m_cells;
        private final GeneQc m_genes;
        private boolean m_wholeNumbers = true;

        Pass(final CellGeneFilter filter, final int cells, final boolean[] mitochondrial) {
            final int genes = mitochondrial.length;
            m_filter = filter;
            m_cells = new CellQc(cells);
            m_genes = new GeneQc(new double[genes], new long[genes], mitochondrial, new boolean[genes]);
        }

        @Override
        public void visit(final long row, final CsrMatrix block, final int local) {
            Values.checkNotNegative(row, block, local);
            final int cell = (int)row;
            double mito = 0;
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final float value = block.values()[e];
                m_wholeNumbers &= Values.isWhole(value);
                m_cells.totals()[cell] += value;
                m_cells.genes()[cell] += value > 0 ? 1 : 0;
                mito += m_genes.mitochondrial()[block.indices()[e]] ? value : 0;
            }
            m_cells.mitoPercent()[cell] = 100 * mito / m_cells.totals()[cell];
            m_cells.kept()[cell] = m_filter.cellCounts.allow(m_cells.totals()[cell])
                && m_filter.cellGenes.allow(m_cells.genes()[cell])
                && m_filter.mitoPercent.allow(m_cells.mitoPercent()[cell]);
            if (m_cells.kept()[cell]) {
                count(block, local);
            }
        }

        private void count(final CsrMatrix block, final int local) {
            for (int e = block.begin(local), end = block.end(local); e < end; e++) {
                final int gene = block.indices()[e];
                m_genes.totals()[gene] += block.values()[e];
                m_genes.cells()[gene] += block.values()[e] > 0 ? 1 : 0;
            }
        }

        FilterResult finish() {
            for (int j = 0; j < m_genes.kept().length; j++) {
                m_genes.kept()[j] = m_filter.geneCounts.allow(m_genes.totals()[j])
                    && m_filter.geneCells.allow(m_genes.cells()[j]);
            }
            return new FilterResult(m_cells, m_genes, m_wholeNumbers);
        }
    }
}
