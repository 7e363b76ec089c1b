package org.scelmo.nodes.evaluation.scibmetrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.StringFilter;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.core.metrics.report.Profile;
import org.scelmo.core.metrics.report.ScibSettings;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.EmbeddingChoices;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of scIB Metrics. */
final class ScibMetricsParameters implements NodeParameters {

    /** Whose scores. */
    enum Definitions {
            @Label(value = "scib-metrics 0.6", description = "As the benchmark of scib-metrics: NMI and ARI of "
                + "k-means, BRAS, LISI of the nearest cells.")
            SCIB_METRICS(Profile.SCIB_METRICS),
            @Label(value = "scib 1.2", description = "As scib 1.2: F1 of isolated labels, LISI on the neighbor graph.")
            SCIB_1_2(Profile.SCIB_1_2),
            @Label(value = "scib 1.1", description = "As scib 1.1: Louvain in place of Leiden.")
            SCIB_1_1(Profile.SCIB_1_1),
            @Label(value = "scELMo paper", description = "The nine scores of the paper's S_bio and S_batch, which has "
                + "no overall score.")
            PAPER(Profile.PAPER);

        private final Profile m_profile;

        Definitions(final Profile profile) {
            m_profile = profile;
        }

        Profile profile() {
            return m_profile;
        }
    }

    /** How many cells. */
    enum Extent {
            @Label(value = "All cells", description = "Every score is computed of all cells.")
            FULL,
            @Label(value = "Subsamples", description = "The mean over several subsamples with the same shares of "
                + "labels and batches, with its standard deviation. Scores depend on the number of cells: compare "
                + "like with like.")
            FAST;
    }

    interface ExtentRef extends ParameterReference<Extent> {
    }

    static final class IsFast implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ExtentRef.class).isOneOf(Extent.FAST);
        }
    }

    static final class BatchChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: bio conservation only", AnnDataChoices.labels(input, 0));
        }
    }

    static final class UnintegratedChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("X_pca, or else the PCA of X", AnnDataChoices.embeddings(input, 0));
        }
    }

    static final class LayerChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None", AnnDataChoices.layers(input, 0));
        }
    }

    @Widget(title = "Label", description = "The annotation with the cell types that are taken as the truth. Cells "
        + "without one are left out. Default: the first one whose name suggests cell types.")
    @ChoicesProvider(LabelChoices.class)
    String m_label;

    @Widget(title = "Batch", description = "The annotation with the batches that should mix, for example donors. Cells "
        + "without one are left out. Default: the first one whose name suggests batches.")
    @ChoicesProvider(BatchChoices.class)
    String m_batch;

    @Widget(title = "Embeddings", description = "The embeddings (obsm) to score; all if none is chosen. Default: those "
        + "that are there when the node is added.")
    @TwinlistWidget(includedLabel = "Scored", excludedLabel = "Not scored")
    @ChoicesProvider(EmbeddingChoices.class)
    StringFilter m_embeddings = new StringFilter();

    @Widget(title = "Definitions", description = "Whose scores are computed; the libraries differ. The table tells for "
        + "each score what was computed. Default: scib-metrics 0.6.")
    Definitions m_definitions = Definitions.SCIB_METRICS;

    @Widget(title = "Cells", description = "How many cells are used. Default: all cells.")
    @ValueSwitchWidget
    @ValueReference(ExtentRef.class)
    Extent m_extent = Extent.FULL;

    @Widget(title = "Cells per subsample", description = "About how many cells each subsample has. Default: 5000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsFast.class)
    @Advanced
    int m_sample = 5000;

    @Widget(title = "Subsamples", description = "How many subsamples are scored. Default: 3.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsFast.class)
    @Advanced
    int m_repeats = 3;

    @Widget(title = "Score principal components", description = "Whether the first 50 principal components "
        + "of X are scored, too, unless X_pca is: what an embedding has to beat. Default: yes.")
    @Advanced
    boolean m_pca = true;

    @Widget(title = "Score random gene vectors", description = "Whether the weighted average of vectors of genes is "
        + "scored, too, that are random numbers: what an embedding would score if its gene vectors knew nothing. "
        + "Default: yes.")
    @Advanced
    boolean m_random = true;

    @Widget(title = "Further scores", description = "Whether scores are told, too, that the chosen library does "
        + "not count in its totals. Default: yes.")
    @Advanced
    boolean m_further = true;

    @Widget(title = "Before integration", description = "The embedding that PCR comparison compares with. Default: "
        + "X_pca, or else the principal components of X.")
    @ChoicesProvider(UnintegratedChoices.class)
    @Advanced
    String m_unintegrated = AnnDataChoices.NONE;

    @Widget(title = "Corrected expression", description = "A layer with expression after integration, for the overlap "
        + "of highly variable genes. Default: none.")
    @ChoicesProvider(LayerChoices.class)
    @Advanced
    String m_corrected = AnnDataChoices.NONE;

    @Widget(title = "Scale scores between embeddings", description = "Whether each score is brought to 0 for the worst "
        + "and 1 for the best embedding in the comparison. Such totals depend on which embeddings are compared. "
        + "Default: no.")
    @Advanced
    boolean m_scaled = false;

    @Widget(title = "Seed", description = "Of clusters, subsamples and random gene vectors. The same seed gives the "
        + "same scores. Default: 0.")
    @NumberInputWidget
    @Advanced
    int m_seed = 0;

    ScibMetricsParameters() {
        // for loading
    }

    ScibMetricsParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
        m_embeddings = new StringFilter(AnnDataChoices.embeddings(input, 0));
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline data) {
        if (m_label == null) {
            m_label = AnnDataChoices.guessLabel(data);
        }
        if (m_batch == null) {
            m_batch = data.obs().stream().filter(c -> c.kind().isLabel()).map(c -> c.name())
                .filter(name -> Stream.of("batch", "donor", "sample", "dataset", "patient")
                    .anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .findFirst().orElse(AnnDataChoices.NONE);
        }
    }

    /** @return the chosen ones of these embeddings, or all if none is chosen */
    List<String> embeddings(final AnnDataOutline data) {
        final var chosen = List.of(m_embeddings.filter(data.obsm().keySet().toArray(String[]::new)));
        return chosen.isEmpty() ? List.copyOf(data.obsm().keySet()) : chosen;
    }

    ScibSettings settings() {
        return new ScibSettings(m_definitions.profile(), m_further, m_extent == Extent.FAST ? m_sample : 0, m_repeats,
            m_seed, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_sample < 1 || m_repeats < 1) {
            throw Messages.invalid("%d subsamples of %d cells are asked for.".formatted(m_repeats, m_sample),
                "Enter 1 or more for both in the dialog.");
        }
    }
}
