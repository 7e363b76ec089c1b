package org.scelmo.nodes.annotation.adaptortrain;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.adaptor.backend.BackendPreference;
import org.scelmo.adaptor.backend.ComputeLimits;
import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.adaptor.train.AdaptorTrainer;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RawCounts;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.support.adaptor.AdaptorOutputs;
import org.scelmo.nodes.support.adaptor.GeneFactors;
import org.scelmo.nodes.support.adaptor.TrainingCurve;
import org.scelmo.nodes.support.preferences.ScelmoPreferences;
import org.scelmo.nodes.view.ViewPage;

/** Trains the adaptor: gene vectors become short gene factors by which classes of cells come apart. */
public final class AdaptorTrainNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Adaptor Train") //
        .icon("./adaptor-train.png") //
        .shortDescription("Trains a small network that turns gene vectors into factors that tell cell types apart.") //
        .fullDescription("""
                Fine-tunes scELMo: a network of two layers turns each gene's vector into a few factors, a cell is the \
                sum of its genes' factors weighted by expression, and training draws cells of one class together. Use \
                it when you have annotated cells, to annotate others with Adaptor Apply and kNN Annotate.
                <ul>
                  <li><b>As published:</b> cross-entropy plus 100 times the triplet loss over all triplets of a batch, \
                  Adam, 30 epochs at most, a tenth of the cells for validation by kNN accuracy every fifth epoch; \
                  training stops at the first validation that is no better, and the best weights are kept.</li>
                  <li><b>For In-silico Delete</b> the paper learns conditions for 40 epochs and keeps the last \
                  weights.</li>
                  <li><b>Exact and lean:</b> the loss of all triplets and its gradient are computed without listing \
                  the triplets.</li>
                  <li><b>Control:</b> train a second time with random gene vectors. In the paper they come within a \
                  few percent; the difference is what the text adds.</li>
                  <li><b>Same result:</b> the same data, settings and seed give the same adaptor on the processor.</li>
                  <li><b>Genes without a vector</b> take part as in the authors' code: they share the factors of a \
                  vector of zeros.</li>
                  <li><b>Input:</b> log-normalized expression as X. The cells that are learned from are held in \
                  memory.</li>
                </ul>
                The view draws the losses and validations of all epochs. While training runs, the progress shows their \
                course as small bars.
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X and a label.", AnnDataPortObject.TYPE) //
            .addInputPort("Embedding", "Vectors of the genes, from the Embedding Reader or Gene Embed.",
                EmbeddingPortObject.TYPE) //
            .addOutputPort("Adaptor", "The trained adaptor, for Adaptor Apply and Adaptor Writer.",
                AdaptorPortObject.TYPE) //
            .addOutputTable("Training curve", TrainingCurve.DESCRIPTION) //
            .addOutputPort("Gene factors", GeneFactors.DESCRIPTION, EmbeddingPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(AdaptorTrainParameters.class) //
            .configure(AdaptorTrainNodeFactory::configure) //
            .execute(AdaptorTrainNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("adaptor", "fine-tuning", "deep learning", "neural network", "triplet loss", "cell type annotation",
            "scRNA-seq", "AnnData", "GenAI", "LLM", "DL4J", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)") //
        .addView(v -> v //
            .withoutParameters() //
            .description("The losses and validations of all epochs.") //
            .page(p -> p.fromString(AdaptorTrainNodeFactory::page).relativePath("training-curves.html")) //
            .initialData(d -> d.data(CurveView::of)));

    public AdaptorTrainNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(AdaptorTrainNodeFactory.class, "Training curves", "training-curves.css",
            "training-curves.js");
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AdaptorTrainParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            parameters.guess(data.outline());
            check(parameters, data.outline());
        }
        parameters.check();
        AdaptorOutputs.configure(out, parameters.m_dimensions);
    }

    private static void check(final AdaptorTrainParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        checkAnnotation(parameters.m_label, "label", data);
        if (parameters.isSplit()) {
            checkAnnotation(parameters.m_splitColumn, "split", data);
        }
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void checkAnnotation(final String name, final String purpose, final AnnDataOutline data)
        throws InvalidSettingsException {
        if (name == null) {
            throw Messages.invalid("No %s is chosen, and none could be guessed.".formatted(purpose),
                "Choose one in the dialog.", "Use data whose cells are annotated.");
        }
        final var column = data.obsColumn(name).orElseThrow(
            () -> Messages.invalid("The %s annotation '%s' is missing in the data.".formatted(purpose, name),
                "Choose another annotation in the dialog; there are: %s.".formatted(
                    String.join(", ", data.obs().stream().map(ColumnOutline::name).toList()))));
        if (!column.kind().isLabel()) {
            throw Messages.invalid("The %s annotation '%s' holds real numbers, but classes are needed."
                .formatted(purpose, name), "Choose an annotation that holds text, whole numbers or truth values.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AdaptorTrainParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final EmbeddingPortObject vectors = in.getInPortObject(1);
            check(parameters, input.getSpec().outline());
            parameters.check();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var coverage =
                GeneCoverage.of(data, parameters.m_geneColumn, vectors.open(), progress.part(0, 0.04));
            coverage.warn(warnings);
            RawCounts.warn(data.x().orElseThrow(), warnings);
            final var cells = LearnedCells.of(data, coverage, parameters, warnings, progress.part(0.04, 0.08));
            final var model = train(cells, data, parameters, warnings, progress.part(0.08, 0.97));
            out.setInternalData(AdaptorOutputs.execute(out, model, exec, progress.part(0.97, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static ComputeLimits limits(final BackendPreference backend) {
        final var standard = ComputeLimits.standard();
        final var memory = ScelmoPreferences.current().memoryBytes();
        return new ComputeLimits(standard.threads(), memory.orElse(standard.memoryBytes()), backend);
    }

    private static AdaptorModel train(final LearnedCells cells, final AnnData data,
        final AdaptorTrainParameters parameters, final Warnings warnings, final Progress progress) throws IOException {
        final var training = parameters.training();
        final var limits = limits(parameters.m_device.preference());
        try {
            final var result =
                new AdaptorTrainer(training, limits).train(cells.data(), parameters.listener(), progress);
            warnings.addAll(result.warnings());
            return AdaptorModel.of(cells.data(), parameters.m_label, training, result);
        } catch (final NonFiniteValueException e) {
            throw cells.named(e, data);
        }
    }
}
