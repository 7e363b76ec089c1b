package org.scelmo.nodes.evaluation.scibmetrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.node.CanceledExecutionException;
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
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.metrics.report.ScibReport;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.view.scib.ScibView;

/** Scores embeddings by how well they keep cell types and mix batches. */
public final class ScibMetricsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("scIB Metrics") //
        .icon("./scib-metrics.png") //
        .shortDescription("Scores embeddings: how well they keep cell types apart and mix batches.") //
        .fullDescription("""
                Computes the scores of the scIB benchmark for any number of embeddings and puts them side by side, \
                beside two baselines: the principal components of X, and averages of random gene vectors. Use it to \
                find out whether an embedding is worth its effort.
                <ul>
                  <li><b>Definitions:</b> the Python packages scib and scib-metrics define scores of the same name in \
                  different ways. Choose whose; the first table tells for each score what was computed and which \
                  version it follows.</li>
                  <li><b>Missing scores:</b> what cannot be computed is missing with the reason. Totals are the means \
                  of the scores that are there; the table tells which.</li>
                  <li><b>NMI and ARI</b> of Leiden or Louvain clusters are those of the resolution that fits the \
                  labels best: the truth chooses it. They judge an embedding; they do not tell how to cluster.</li>
                  <li><b>Cell cycle conservation</b> needs the annotations <tt>S_score</tt> and <tt>G2M_score</tt>, \
                  <b>trajectory conservation</b> the annotation <tt>dpt_pseudotime</tt> from before the integration, \
                  as scanpy names them.</li>
                  <li><b>Leaks:</b> a warning tells if the label and an embedding were made from each other, by any \
                  chain of nodes of this extension. Labels and embeddings of other origin cannot be checked.</li>
                  <li><b>Effort:</b> grows with the square of the number of cells; use subsamples beyond 100,000. The \
                  result does not depend on the number of processors.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with labels, batches and embeddings.", AnnDataPortObject.TYPE) //
            .addOutputTable("Scores", "One row per embedding and score: its value or the reason why it is missing, the "
                + "definition and the library it follows, the number of cells, the seed.") //
            .addOutputTable("Comparison", "One row per embedding, the best first, with a column per score and the "
                + "totals: bio conservation, batch correction and 0.6 and 0.4 of these together.")) //
        .model(m -> m //
            .parametersClass(ScibMetricsParameters.class) //
            .configure(ScibMetricsNodeFactory::configure) //
            .execute(ScibMetricsNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("benchmark", "integration", "batch correction", "silhouette", "LISI", "kBET", "NMI", "ARI",
            "scRNA-seq", "AnnData", "scELMo") //
        .addExternalResource("https://doi.org/10.1038/s41592-021-01336-8", "scIB benchmark (Nature Methods)") //
        .addExternalResource("https://scib-metrics.readthedocs.io", "scib-metrics") //
        .addView(v -> v //
            .withoutParameters() //
            .description("Embeddings as rows, the best first: circles for scores, bars for totals.") //
            .page(p -> p.fromString(ScibView::page).relativePath(ScibView.PAGE)) //
            .initialData(d -> d.data(ScibView::of)));

    public ScibMetricsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ScibMetricsParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            check(parameters, data.outline());
        }
        out.setOutSpec(0, ScibTables.SCORES);
        out.setOutSpec(1, ScibTables.comparisonSpec(parameters.settings()));
    }

    private static void check(final ScibMetricsParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        parameters.guess(data);
        checkColumn(data, parameters.m_label, "label");
        if (!AnnDataChoices.isNone(parameters.m_batch)) {
            checkColumn(data, parameters.m_batch, "batch");
        }
        if (parameters.embeddings(data).isEmpty() && !(data.hasExpression() && parameters.m_pca)) {
            throw Messages.invalid("There is no embedding to score.", "Choose embeddings in the dialog.",
                "Use PCA or Cell Embed before this node.");
        }
        if (!AnnDataChoices.isNone(parameters.m_unintegrated)
            && !data.obsm().containsKey(parameters.m_unintegrated)) {
            throw Messages.invalid("The data have no embedding '%s'.".formatted(parameters.m_unintegrated),
                "Choose another one as 'Before integration' in the dialog.");
        }
        if (!AnnDataChoices.isNone(parameters.m_corrected) && !data.layers().contains(parameters.m_corrected)) {
            throw Messages.invalid("The data have no layer '%s'.".formatted(parameters.m_corrected),
                "Choose another one as 'Corrected expression' in the dialog.");
        }
    }

    private static void checkColumn(final AnnDataOutline data, final String name, final String purpose)
        throws InvalidSettingsException {
        if (name == null || data.obsColumn(name).isEmpty()) {
            throw Messages.invalid(name == null ? "The cells have no annotation that can be the %s.".formatted(purpose)
                : "The cells have no annotation '%s' for the %s.".formatted(name, purpose),
                "Choose another annotation in the dialog.",
                "Add annotations of cells with Add Cell Annotations before this node.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final ScibMetricsParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = ScoredData.of(input.open(), parameters, warnings);
            warnings.addAll(
                LeakGuard.warnings(data.data().uns(), parameters.m_label, parameters.embeddings(outline)));
            final var embeddings = data.embeddings(outline, warnings, progress.part(0, 0.1));
            final var reports = reports(data, embeddings, parameters, progress.part(0.1, 0.98));
            warn(reports, warnings);
            final var settings = parameters.settings();
            final var scores = ScibTables.scores(reports, settings, exec, progress.part(0.98, 0.99));
            out.setOutData(0, scores);
            out.setInternalData(scores);
            out.setOutData(1, ScibTables.comparison(parameters.m_scaled ? ScibReport.scaled(reports) : reports,
                settings, exec, progress.part(0.99, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static List<ScibReport> reports(final ScoredData data, final Map<String, DenseMatrix> embeddings,
        final ScibMetricsParameters parameters, final Progress progress) throws IOException {
        final var cells = data.cells(embeddings, progress.part(0, 0.05));
        final List<ScibReport> reports = new ArrayList<>();
        for (final var embedding : embeddings.entrySet()) {
            final double done = 0.05 + 0.95 * reports.size() / embeddings.size();
            try {
                reports.add(ScibReport.of(embedding.getKey(), embedding.getValue(), cells, parameters.settings(),
                    progress.part(done, done + 0.95 / embeddings.size())));
            } catch (final NonFiniteValueException e) {
                throw e.named("cell '%s'".formatted(data.data().obs().index()[(int)e.row()]),
                    "dimension %d (counted from 0)".formatted(e.column()));
            }
        }
        return reports;
    }

    private static void warn(final List<ScibReport> reports, final Warnings warnings) {
        final var missing = reports.stream().flatMap(r -> r.scores().stream())
            .filter(s -> s.isCounted() && s.missing() != null)
            .map(s -> s.definition().score() + " (" + s.missing() + ")").distinct().toList();
        if (!missing.isEmpty()) {
            warnings.add("Totals are without %s.", String.join(", ", missing));
        }
    }
}
