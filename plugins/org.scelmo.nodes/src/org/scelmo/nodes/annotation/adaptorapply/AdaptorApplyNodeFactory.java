package org.scelmo.nodes.annotation.adaptorapply;

import java.util.List;
import java.util.Locale;
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
import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.adaptor.model.AppliedAdaptor;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.AdaptorPortObjectSpec;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RawCounts;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.support.adaptor.GeneFactors;

/** Embeds and classifies cells by a trained adaptor. */
public final class AdaptorApplyNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Adaptor Apply") //
        .icon("./adaptor-apply.png") //
        .shortDescription("Embeds cells by a trained adaptor and predicts their classes.") //
        .fullDescription("""
                Gives each cell its adapted vector, the sum of its genes' factors weighted by expression, and the \
                class that the adaptor's classifier finds most likely. Use it on the cells the adaptor was trained \
                with and on new ones.
                <ul>
                  <li><b>Two ways to annotate:</b> the classifier's prediction is here. The paper's scores come from \
                  kNN Annotate on the adapted vectors, with the cells that were learned from as reference.</li>
                  <li><b>Genes</b> are matched by name. Genes that the adaptor does not know count nothing; the gene \
                  report tells which they are and how much of the expression they carry.</li>
                  <li><b>Input:</b> log-normalized expression as X, as in training. The length of a vector depends on \
                  a cell's total expression; its direction, which the cosine compares, much less.</li>
                  <li><b>Probabilities</b> are those of the softmax. They are not calibrated.</li>
                  <li><b>No training:</b> nothing is learned here and no native library is needed; results do not \
                  depend on the device the adaptor was trained on.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X.", AnnDataPortObject.TYPE) //
            .addInputPort("Adaptor", "The trained adaptor, from Adaptor Train or the Adaptor Reader.",
                AdaptorPortObject.TYPE) //
            .addOutputPort("Adapted AnnData", "The data with the adapted vectors and the probabilities of the classes "
                + "as further embeddings (obsm), and the most likely class with its probability as annotations (obs). "
                + "Everything else is shared with the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Gene report", "One row per gene of the data: whether the adaptor knows it (matched, "
                + "missing, or duplicated if several genes bear the name), and which share of all expression it "
                + "carries.")) //
        .model(m -> m //
            .parametersClass(AdaptorApplyParameters.class) //
            .configure(AdaptorApplyNodeFactory::configure) //
            .execute(AdaptorApplyNodeFactory::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("adaptor", "fine-tuning", "prediction", "cell type annotation", "cell embedding", "scRNA-seq",
            "AnnData", "LLM", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public AdaptorApplyNodeFactory() {
        super(NODE);
    }

    /** Names of what is added, none of which is taken. */
    private record Names(String embedding, String probabilities, String label, String probability) {

        static Names of(final AdaptorApplyParameters parameters, final AnnDataOutline data) {
            final var taken = data.obs().stream().map(ColumnOutline::name).toList();
            final var label = Tables.uniqueName(parameters.m_prediction, taken);
            return new Names(Tables.uniqueName(parameters.m_name, data.obsm().keySet()),
                Tables.uniqueName(label + "_probabilities", data.obsm().keySet()), label,
                Tables.uniqueName(label + "_probability", taken));
        }
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AdaptorApplyParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        final AdaptorPortObjectSpec adaptor = in.getInPortSpec(1);
        out.setOutSpec(1, GeneCoverage.SPEC);
        if (data == null || adaptor == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(outline(parameters, data.outline(), adaptor)));
    }

    private static AnnDataOutline outline(final AdaptorApplyParameters parameters, final AnnDataOutline data,
        final AdaptorPortObjectSpec adaptor) {
        final var names = Names.of(parameters, data);
        final var embedded = data.withObsm(names.embedding, adaptor.dimensions(), note(names));
        final var classified = parameters.m_probabilities ? embedded.withObsm(names.probabilities,
            adaptor.isOpen() ? AnnDataOutline.UNKNOWN : adaptor.classes().size(), probabilitiesNote(adaptor))
            : embedded;
        return classified.withObs(List.of(new ColumnOutline(names.label, Kind.CATEGORICAL, adaptor.classes()),
            new ColumnOutline(names.probability, Kind.REAL, List.of())), labelNote(names));
    }

    private static String note(final Names names) {
        return "Embedding '%s' by Adaptor Apply".formatted(names.embedding);
    }

    private static String probabilitiesNote(final AdaptorPortObjectSpec adaptor) {
        return "Probabilities of the classes %s".formatted(String.join(", ", adaptor.classes()));
    }

    private static String labelNote(final Names names) {
        return "Labels '%s' by Adaptor Apply".formatted(names.label);
    }

    private static void check(final AdaptorApplyParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AdaptorApplyParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final AdaptorPortObject adaptor = in.getInPortObject(1);
            check(parameters, input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var model = adaptor.open();
            final var coverage =
                GeneCoverage.of(data, parameters.m_geneColumn, GeneFactors.of(model), progress.part(0, 0.2));
            final var applied = AppliedAdaptor.of(model, coverage.names());
            warn(coverage, Predictions.absent(model, applied), model.genes().size(), warnings);
            RawCounts.warn(data.x().orElseThrow(), warnings);
            final var names = Names.of(parameters, input.getSpec().outline());
            final var predictions = new Predictions(applied, data.cells(), parameters.m_probabilities);
            final var writer = AnnDataWriter.extend(input, exec);
            try {
                writer.obsm(names.embedding, adaptor.getSpec().dimensions(), note(names),
                    sink -> predictions.embed(data.x().orElseThrow(), sink, progress.part(0.2, 0.9)));
            } catch (final NonFiniteValueException e) {
                throw Expression.named(e, data);
            }
            if (parameters.m_probabilities) {
                writer.obsm(names.probabilities, model.classes().size(), probabilitiesNote(adaptor.getSpec()),
                    predictions::writeProbabilities);
            }
            writer.obs(data.obs(), predictions.annotations(names.label, names.probability), labelNote(names))
                .uns(origins(names, model, data));
            out.setOutData(0, writer.finish());
            out.setOutData(1, coverage.write(exec, progress.part(0.95, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    /** What the added embedding and labels stem from, for nodes that score them. */
    private static Map<String, Object> origins(final Names names, final AdaptorModel model, final AnnData data) {
        final var learned = LearnedLabels.paths(data.obs(), model.record().label(), model.classes());
        final var embedding = Origins.obsm(names.embedding);
        return Origins.note(Origins.note(data.uns(), embedding, learned), Origins.obs(names.label), embedding);
    }

    private static void warn(final GeneCoverage coverage, final long absent, final int known,
        final Warnings warnings) {
        final var report = coverage.report();
        if (!report.missing().isEmpty()) {
            warnings.add("The adaptor knows %,d of %,d genes%s; the others count nothing, such as %s.",
                report.matched(), report.genes(), Double.isNaN(report.coveredMass()) ? ""
                    : String.format(Locale.ROOT, ", with %.1f %% of the expression", 100 * report.coveredMass()),
                Warnings.examples(report.missing()));
        }
        if (absent > 0) {
            warnings.add("%,d of the %,d genes of the adaptor are not in the data.", absent, known);
        }
        warnings.addAll(coverage.hints());
    }
}
