package org.scelmo.nodes.io.anndatafilesummary;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.io.ReadChoices;
import org.scelmo.core.io.overview.FileOverview;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.view.ViewPage;

/** Tells what a file of single-cell data holds before it is loaded. */
public final class AnnDataFileSummaryNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("AnnData File Summary") //
        .icon("./anndata-file-summary.png") //
        .shortDescription("Tells what a file of single-cell data holds, without loading it.") //
        .fullDescription("""
                Looks into a file of single-cell data and tells what it holds: cells and genes, matrices, embeddings, \
                annotations with their most frequent values, and how much memory and time it will take. Use it before \
                the AnnData Reader, to choose a matrix and to see whether the data fit. This takes seconds for a file \
                of any size, as matrices are not read.
                <ul>
                  <li><b>Counts or not:</b> the first 1,000 cells of X are read to tell whether they look like counts, \
                  normalized or log-normalized. X stored by columns is not judged.</li>
                  <li><b>Categories:</b> how often each value occurs is counted for cells, until 50 million entries \
                  were read.</li>
                  <li><b>Memory:</b> what a matrix takes when it is held in memory as a whole with 32-bit numbers, as \
                  in Python. The nodes of this extension need far less, since they read block by block.</li>
                  <li><b>Time:</b> an estimate for importing on two processors and a fast disk. Linking to the file \
                  takes seconds.</li>
                  <li><b>Other formats:</b> 10x and MatrixMarket files tell their size and genes; a table of text \
                  tells nothing but its length.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addOutputTable("Summary", "One row per part of the file: the file itself, matrices, embeddings, "
                + "annotations of cells and genes, then findings. What is not told without reading is missing.")) //
        .model(m -> m //
            .parametersClass(AnnDataFileSummaryParameters.class) //
            .configure(AnnDataFileSummaryNodeFactory::configure) //
            .execute(AnnDataFileSummaryNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("AnnData", "h5ad", "inspect", "preview", "metadata", "size", "Scanpy", "single cell", "scELMo") //
        .addView(v -> v //
            .withoutParameters() //
            .description("Cells and genes, matrices, embeddings and annotations of the file, with the most frequent "
                + "values as bars.") //
            .page(p -> p.fromString(AnnDataFileSummaryNodeFactory::page).relativePath("file-summary.html")) //
            .initialData(d -> d.data(SummaryView::of)));

    public AnnDataFileSummaryNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(AnnDataFileSummaryNodeFactory.class, "AnnData File Summary", "file-summary.css",
            "file-summary.js");
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AnnDataFileSummaryParameters parameters = in.getParameters();
        LocalFile.checkChosen(parameters.m_file);
        out.setOutSpec(0, SummaryTable.SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnDataFileSummaryParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            try (var file = LocalFile.open(parameters.m_file)) {
                final var overview = FileOverview.of(file.path(), ReadChoices.DEFAULT, progress.part(0, 0.9));
                final var table = SummaryTable.of(overview, exec, progress.part(0.9, 1));
                out.setOutData(0, table);
                out.setInternalData(table);
            }
        });
    }
}
