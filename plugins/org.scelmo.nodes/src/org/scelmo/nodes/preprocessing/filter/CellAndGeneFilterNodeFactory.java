package org.scelmo.nodes.preprocessing.filter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.preprocess.CellGeneFilter;
import org.scelmo.core.preprocess.FilterResult;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.FrameTables;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.view.ViewPage;

/** Removes cells and genes of poor quality. */
public final class CellAndGeneFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cell and Gene Filter") //
        .icon("./cell-and-gene-filter.png") //
        .shortDescription("Measures the quality of cells and genes and removes those of poor quality.") //
        .fullDescription("""
                Computes scanpy's quality metrics and removes cells, then genes, that do not keep the limits. Use it \
                on counts, before they are normalized. To look at the metrics first, execute it with all limits off.
                <ul>
                  <li><b>Order:</b> cells are filtered first, by all their limits at once; genes are then counted in \
                  the remaining cells only. This equals scanpy's <tt>filter_cells</tt> followed by \
                  <tt>filter_genes</tt>.</li>
                  <li><b>Limits</b> include their bounds: a cell with exactly the minimum or maximum stays.</li>
                  <li><b>Counts</b> may be fractions, for example after a correction for ambient RNA; a warning says \
                  so. Negative values are refused.</li>
                  <li><b>Annotations added:</b> <tt>n_genes_by_counts</tt>, <tt>total_counts</tt> and \
                  <tt>pct_counts_mt</tt> of cells; <tt>n_cells_by_counts</tt> and <tt>total_counts</tt> of genes. \
                  Those of the same name are replaced.</li>
                  <li><b>Order of rows</b> is kept; embeddings and layers lose the same cells and genes.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with counts as X.", AnnDataPortObject.TYPE) //
            .addOutputPort("Filtered AnnData", "The cells and genes that keep the limits, with their metrics.",
                AnnDataPortObject.TYPE) //
            .addOutputTable("Cell metrics", "One row per cell of the input: number of genes, sum of counts, percentage "
                + "of mitochondrial counts, and whether it was kept.") //
            .addOutputTable("Gene metrics", "One row per gene of the input: number of cells and sum of counts among "
                + "the cells that were kept, and whether it was kept.")) //
        .model(m -> m //
            .parametersClass(CellAndGeneFilterParameters.class) //
            .configure(CellAndGeneFilterNodeFactory::configure) //
            .execute(CellAndGeneFilterNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("quality control", "QC", "mitochondrial", "filter_cells", "filter_genes", "scRNA-seq", "AnnData",
            "Scanpy", "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1186/s13059-017-1382-0", "Scanpy (Genome Biology)") //
        .addView(v -> v //
            .withoutParameters() //
            .description("How genes, counts and mitochondrial counts of cells are spread, kept and removed.") //
            .page(p -> p.fromString(CellAndGeneFilterNodeFactory::page).relativePath("cell-quality.html")) //
            .initialData(d -> d.data(QualityView::of)));

    public CellAndGeneFilterNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(CellAndGeneFilterNodeFactory.class, "Quality of cells", "cell-quality.css",
            "cell-quality.js");
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CellAndGeneFilterParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        out.setOutSpec(0, null); // the data are known once the node before is executed
        if (data != null) {
            check(parameters, data.outline());
            final var note = "Cells and genes kept by Cell and Gene Filter";
            out.setOutSpec(0, new AnnDataPortObjectSpec(data.outline().withObs(QualityFrames.CELL_COLUMNS, note)
                .withVar(QualityFrames.GENE_COLUMNS, "Metrics of genes added").reduced(note)));
        }
        out.setOutSpec(1, QualityFrames.CELL_SPEC);
        out.setOutSpec(2, QualityFrames.GENE_SPEC);
    }

    private static void check(final CellAndGeneFilterParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final CellAndGeneFilterParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            check(parameters, input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var mitochondrial = CellGeneFilter.mitochondrial(
                GeneCoverage.names(data, parameters.m_geneColumn), parameters.m_mitoPrefix);
            final var result = parameters.filter().apply(data.x().orElseThrow(), mitochondrial, progress.part(0, 0.4));
            final var cells = QualityFrames.columns(result.cells());
            final var genes = QualityFrames.columns(result.genes());
            final var quality = FrameTables.write(QualityFrames.table(data.obs(), cells, result.cells().kept()), exec,
                progress.part(0.4, 0.5));
            out.setOutData(1, quality);
            out.setInternalData(quality);
            out.setOutData(2, FrameTables.write(QualityFrames.table(data.var(), genes, result.genes().kept()), exec,
                progress.part(0.5, 0.6)));
            final var measured = data.withObs(QualityFrames.extended(data.obs(), cells))
                .withVar(QualityFrames.extended(data.var(), genes));
            out.setOutData(0, write(input, measured, result, exec, progress.part(0.6, 1)));
            final var warnings = new Warnings();
            warn(parameters, result, warnings);
            warnings.tell(out::setWarningMessage);
        });
    }

    /** Matrices are written anew only if something was removed. */
    private static AnnDataPortObject write(final AnnDataPortObject input, final AnnData measured,
        final FilterResult result, final ExecutionContext exec, final Progress progress) throws IOException {
        final var cells = result.keptCells();
        final var genes = result.keptGenes();
        final var note =
            String.format(Locale.ROOT, "Kept %,d of %,d cells and %,d of %,d genes by Cell and Gene Filter",
                cells.length, measured.cells(), genes.length, measured.genes());
        if (cells.length == measured.cells() && genes.length == measured.genes()) {
            return AnnDataWriter.extend(input, exec).obs(measured.obs(), QualityFrames.columns(result.cells()), note)
                .var(measured.var(), QualityFrames.columns(result.genes()), "Metrics of genes added").finish();
        }
        final List<String> notes = new ArrayList<>(input.getSpec().outline().notes());
        notes.add(note);
        return AnnDataWriter.write(measured.select(cells, genes), notes, exec, progress);
    }

    private static void warn(final CellAndGeneFilterParameters parameters, final FilterResult result,
        final Warnings warnings) {
        if (!result.wholeNumbers()) {
            warnings.add("X holds values that are not whole numbers; all limits and metrics are of these values. "
                + "If X was normalized, choose the counts in the AnnData Reader.");
        }
        if (result.genes().mitochondrialCount() == 0 && !parameters.m_mitoPrefix.isBlank()) {
            warnings.add("No gene's name begins with '%s', so that no counts are mitochondrial.",
                parameters.m_mitoPrefix.strip());
        }
    }
}
