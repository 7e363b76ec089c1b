package org.scelmo.nodes.annotation.knn;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Distance;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.SplitColumn;
import org.scelmo.nodes.support.dialog.AtMostOne;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of kNN Annotate. */
final class KnnAnnotateParameters implements NodeParameters {

    @Section(title = "Neighbors")
    interface NeighborsSection {
    }

    @Section(title = "Reference and query")
    @After(NeighborsSection.class)
    interface SplitSection {
    }

    @Section(title = "Output")
    @After(SplitSection.class)
    interface OutputSection {
    }

    /** Which label wins if several are equally frequent. */
    enum Ties {
            @Label(value = "Nearest",
                description = "The label met first in ascending distance, as in the paper's code.")
            NEAREST,
            @Label(value = "Alphabetical", description = "The label that sorts first, as scikit-learn does.")
            ALPHABETICAL;
    }

    /** What the cells that have the split value are. */
    enum Role {
            @Label(value = "Reference", description = "They lend their labels; all other cells are annotated.")
            REFERENCE,
            @Label(value = "Query", description = "They are annotated; all other cells lend their labels.")
            QUERY;
    }

    /** What happens with reference cells that have no label. */
    enum MissingLabels {
            @Label(value = "Ignore", description = "They are left out and counted in a warning.")
            IGNORE,
            @Label(value = "Fail", description = "The node fails and names the first such cell.")
            FAIL;
    }

    static final class EmbeddingChoices implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            final var query = AnnDataChoices.embeddings(input, 1);
            return AnnDataChoices.embeddings(input, 0).stream().filter(query::contains).toList();
        }
    }

    static final class SplitChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: use all cells of each input", AnnDataChoices.labels(input, 0));
        }
    }

    static final class DefaultThreshold implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.5;
        }
    }

    @Widget(title = "Embedding", description = "The vectors to compare cells by; both inputs must have them. Default: "
        + "the last embedding of the reference.")
    @ChoicesProvider(EmbeddingChoices.class)
    @Layout(NeighborsSection.class)
    String m_embedding;

    @Widget(title = "Label", description = "The annotation of the reference cells that is transferred, for example "
        + "their cell type. Default: the first one whose name suggests cell types.")
    @ChoicesProvider(LabelChoices.class)
    @Layout(NeighborsSection.class)
    String m_label;

    @Widget(title = "Number of neighbors", description = "How many nearest reference cells vote for the label of a "
        + "cell. Default: 10.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(NeighborsSection.class)
    int m_neighbors = 10;

    @Widget(title = "Distance", description = "How the distance of two cells is measured. Default: cosine.")
    @ValueSwitchWidget
    @Layout(NeighborsSection.class)
    Distance m_distance = Distance.COSINE;

    @Widget(title = "Ties", description = "Which label wins if several are equally frequent among the neighbors. "
        + "Default: nearest.")
    @ValueSwitchWidget
    @Advanced
    @Layout(NeighborsSection.class)
    Ties m_ties = Ties.NEAREST;

    @Widget(title = "Reference cells without label", description = "What happens with cells of the reference whose "
        + "label is missing. Default: ignore.")
    @ValueSwitchWidget
    @Advanced
    @Layout(NeighborsSection.class)
    MissingLabels m_missingLabels = MissingLabels.IGNORE;

    @Widget(title = "Split by", description = "Use this to annotate a part of the data from another part: connect the "
        + "same AnnData to both inputs and choose an annotation of the cells, for example the donor. Default: none, "
        + "all cells of the first input are reference and all cells of the second are annotated.")
    @ChoicesProvider(SplitChoices.class)
    @ValueReference(SplitColumn.Ref.class)
    @Layout(SplitSection.class)
    String m_splitColumn = AnnDataChoices.NONE;

    @Widget(title = "Value", description = "The value that tells reference and query cells apart. No default: choose "
        + "one.")
    @ChoicesProvider(SplitColumn.Values.class)
    @Effect(type = EffectType.SHOW, predicate = SplitColumn.IsChosen.class)
    @Layout(SplitSection.class)
    String m_splitValue;

    @Widget(title = "Cells with this value are", description = "Whether the cells that have the value lend their "
        + "labels or are annotated; all other cells are the opposite. Default: reference.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = SplitColumn.IsChosen.class)
    @Advanced
    @Layout(SplitSection.class)
    Role m_role = Role.REFERENCE;

    @Widget(title = "Minimum confidence", description = "Cells whose winning label has a smaller share of the votes "
        + "are called <tt>unassigned</tt>. Between 0 and 1. Default: off, every cell gets a label.")
    @OptionalWidget(defaultProvider = DefaultThreshold.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Advanced
    @Layout(OutputSection.class)
    Optional<Double> m_minConfidence = Optional.empty();

    @Widget(title = "Name of the prediction", description = "Name of the column with the predicted label. The column "
        + "with the share of votes has <tt>_confidence</tt> appended. If a name is taken, a number is appended. "
        + "Default: prediction.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Advanced
    @Layout(OutputSection.class)
    String m_prediction = "prediction";

    KnnAnnotateParameters() {
        // for loading
    }

    KnnAnnotateParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline reference) {
        if (m_embedding == null) {
            m_embedding = AnnDataChoices.guessEmbedding(reference);
        }
        if (m_label == null) {
            m_label = AnnDataChoices.guessLabel(reference);
        }
    }

    boolean isSplit() {
        return !AnnDataChoices.isNone(m_splitColumn);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_neighbors < 1) {
            throw Messages.invalid("The number of neighbors is %d, but at least 1 is needed.".formatted(m_neighbors),
                "Enter 1 or more in the dialog.");
        }
        final double confidence = m_minConfidence.orElse(0.0);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw Messages.invalid("The minimum confidence is %s, but it is a share of votes.".formatted(confidence),
                "Enter a number between 0 and 1 in the dialog.");
        }
        if (m_prediction.isBlank()) {
            throw Messages.invalid("The prediction has no name.", "Enter a name in the dialog.");
        }
    }

    /** Checks what configure needs. */
    void check() throws InvalidSettingsException {
        validate();
        if (isSplit() && (m_splitValue == null || m_splitValue.isEmpty())) {
            throw Messages.invalid("No value of '%s' is chosen to split the cells by.".formatted(m_splitColumn),
                "Choose a value in the dialog.", "Set 'Split by' to none.");
        }
    }
}
