package org.scelmo.core.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.demo.GenePanel.Gene;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A small simulated data set that looks like peripheral blood cells: no cell of it ever lived. Gene symbols are real;
 * counts are negative binomial around cell-type programs, with log-normal library sizes, ambient RNA, a few doublets,
 * and two donors that differ by a factor per gene, an interferon response and handling stress. It exists so that the
 * example workflow runs without a download; nothing about biology can be learnt from it.
 */
public final class SimulatedPbmc {

    /** The seed of the committed example. */
    public static final long SEED = 20251114;

    /** Number of cells of the committed example. */
    public static final int CELLS = 1000;

    /** Scanpy's {@code normalize_total(target_sum=1e4)} */
    private static final double TARGET_SUM = 1e4;

    private static final double DONOR_1_SHARE = 0.52;

    private SimulatedPbmc() {
    }

    /**
     * @param cells number of cells, the first 52 % of them from donor 1
     * @param seed same seed, same data, on every machine
     * @return X: log1p of counts scaled to 10,000 per cell; layer {@code counts}: the counts; obs: {@code cell_type},
     *         {@code donor}, {@code n_counts}, {@code n_genes}, {@code pct_mito}, {@code is_doublet}; var:
     *         {@code ensembl_id}, {@code n_cells}
     */
    public static AnnData simulate(final int cells, final long seed) {
        final var genes = GenePanel.load().stream().filter(Gene::isMeasured).toList();
        final var random = new DemoRandom(seed);
        final var model = new ExpressionModel(genes, random);
        final var drawn = new ArrayList<SimulatedCell>(cells);
        for (int i = 0; i < cells; i++) {
            drawn.add(SimulatedCell.draw(model, i < cells * DONOR_1_SHARE ? 0 : 1, random));
        }
        final var counts = counts(drawn, genes.size());
        return AnnData.of(RowBlocks.of(logNormalised(counts)), obs(drawn, genes, random), var(genes, counts))
            .withLayer("counts", RowBlocks.of(counts))
            .withUns("title", "Simulated PBMC-like data: made by a program, not measured")
            .withUns("seed", seed);
    }

    private static CsrMatrix counts(final List<SimulatedCell> cells, final int genes) {
        final var dense = new float[cells.size()][genes];
        for (int i = 0; i < dense.length; i++) {
            for (int j = 0; j < genes; j++) {
                dense[i][j] = cells.get(i).counts()[j];
            }
        }
        return CsrMatrix.fromDense(dense);
    }

    private static CsrMatrix logNormalised(final CsrMatrix counts) {
        final var values = new float[(int)counts.nnz()];
        for (int i = 0; i < counts.rows(); i++) {
            final double scale = TARGET_SUM / Math.max(1, counts.rowSum(i));
            for (int e = counts.begin(i); e < counts.end(i); e++) {
                values[e] = (float)StrictMath.log1p(counts.values()[e] * scale);
            }
        }
        return CsrMatrix.wrap(counts.rows(), counts.columns(), counts.offsets(), counts.indices(), values);
    }

    private static Frame obs(final List<SimulatedCell> cells, final List<Gene> genes, final DemoRandom random) {
        final int n = cells.size();
        final var columns = new LinkedHashMap<String, Column>();
        columns.put("cell_type", new CategoricalColumn(cells.stream().mapToInt(c -> c.type().ordinal()).toArray(),
            Arrays.stream(SimulatedCellType.values()).map(SimulatedCellType::label).toList(), false));
        columns.put("donor", new CategoricalColumn(cells.stream().mapToInt(SimulatedCell::donor).toArray(),
            List.of("donor1", "donor2"), false));
        columns.put("n_counts", new IntegerColumn(cells.stream().mapToLong(SimulatedCell::total).toArray(), null));
        final var nGenes = new long[n];
        final var pctMito = new double[n];
        final var doublet = new boolean[n];
        for (int i = 0; i < n; i++) {
            final var cell = cells.get(i);
            int mito = 0;
            for (int j = 0; j < genes.size(); j++) {
                nGenes[i] += cell.counts()[j] > 0 ? 1 : 0;
                mito += genes.get(j).programs().contains(Program.MITOCHONDRIAL) ? cell.counts()[j] : 0;
            }
            pctMito[i] = 100.0 * mito / Math.max(1, cell.total());
            doublet[i] = cell.doublet();
        }
        columns.put("n_genes", new IntegerColumn(nGenes, null));
        columns.put("pct_mito", new RealColumn(pctMito));
        columns.put("is_doublet", new BooleanColumn(doublet, null));
        return new Frame(barcodes(cells, random), columns);
    }

    private static String[] barcodes(final List<SimulatedCell> cells, final DemoRandom random) {
        final var names = new LinkedHashSet<String>();
        while (names.size() < cells.size()) {
            final var barcode = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                barcode.append("ACGT".charAt(random.index(4)));
            }
            names.add(barcode.append('-').append(cells.get(names.size()).donor() + 1).toString());
        }
        return names.toArray(String[]::new);
    }

    private static Frame var(final List<Gene> genes, final CsrMatrix counts) {
        final var nCells = new long[genes.size()];
        for (int e = 0; e < counts.nnz(); e++) {
            nCells[counts.indices()[e]]++;
        }
        final var columns = new LinkedHashMap<String, Column>();
        columns.put("ensembl_id", new StringColumn(genes.stream().map(Gene::ensemblId).toArray(String[]::new)));
        columns.put("n_cells", new IntegerColumn(nCells, null));
        return new Frame(genes.stream().map(Gene::symbol).toArray(String[]::new), columns);
    }
}
