package org.scelmo.nodes.annotation.adaptortrain;

import java.time.Duration;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.adaptor.train.TimeLimit;
import org.scelmo.adaptor.train.TrainingException;
import org.scelmo.adaptor.train.TrainingListener;
import org.scelmo.adaptor.train.TrainingParameters;
import org.scelmo.nodes.annotation.adaptortrain.Choices.ContrastChoice;
import org.scelmo.nodes.annotation.adaptortrain.Choices.Device;
import org.scelmo.nodes.annotation.adaptortrain.Choices.Role;
import org.scelmo.nodes.annotation.adaptortrain.Choices.SelectionChoice;
import org.scelmo.nodes.annotation.adaptortrain.Choices.Vectors;
import org.scelmo.nodes.annotation.adaptortrain.Choices.Weighting;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.SplitColumn;
import org.scelmo.nodes.support.dialog.AtLeastTwo;
import org.scelmo.nodes.support.dialog.AtMostOne;
import org.scelmo.nodes.support.dialog.GeneNameChoices;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of Adaptor Train; their defaults are what the authors' code does. */
final class AdaptorTrainParameters implements NodeParameters {

    private static final TrainingParameters PUBLISHED = TrainingParameters.published();

    private static final int MOST_UNITS = 4096;

    @Section(title = "Cells and genes")
    interface DataSection {
    }

    @Section(title = "Network")
    @After(DataSection.class)
    interface NetworkSection {
    }

    @Section(title = "Training")
    @After(NetworkSection.class)
    interface TrainingSection {
    }

    @Section(title = "Weights and validation")
    @After(TrainingSection.class)
    interface ValidationSection {
    }

    interface ContrastRef extends ParameterReference<ContrastChoice> {
    }

    interface SelectionRef extends ParameterReference<SelectionChoice> {
    }

    static final class IsValidated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SelectionRef.class).isOneOf(SelectionChoice.KNN_ACCURACY, SelectionChoice.LOSS);
        }
    }

    static final class IsTriplet implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ContrastRef.class).isOneOf(ContrastChoice.TRIPLET);
        }
    }

    static final class SplitChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: learn from all cells with a label", AnnDataChoices.labels(input, 0));
        }
    }

    static final class AtMostUnits extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_UNITS;
        }
    }

    @Widget(title = "Label", description = "The annotation of the cells that is learned, for example their cell type. "
        + "Cells without one are left out. Default: the first one whose name suggests cell types.")
    @ChoicesProvider(LabelChoices.class)
    @Layout(DataSection.class)
    String m_label;

    @Widget(title = "Learn from", description = "Use this to keep cells for a test: choose an annotation, for example "
        + "the donor, of which one value tells the cells to learn from. Default: none, all cells with a label.")
    @ChoicesProvider(SplitChoices.class)
    @ValueReference(SplitColumn.Ref.class)
    @Layout(DataSection.class)
    String m_splitColumn = AnnDataChoices.NONE;

    @Widget(title = "Value", description = "The value that tells the cells to learn from and the others apart. No "
        + "default: choose one.")
    @ChoicesProvider(SplitColumn.Values.class)
    @Effect(type = EffectType.SHOW, predicate = SplitColumn.IsChosen.class)
    @Layout(DataSection.class)
    String m_splitValue;

    @Widget(title = "Cells with this value are", description = "Whether the cells that have the value are learned from "
        + "or kept for a test; cells without a value are neither. Default: learned from.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = SplitColumn.IsChosen.class)
    @Advanced
    @Layout(DataSection.class)
    Role m_role = Role.REFERENCE;

    @Widget(title = "Match genes by", description = "What names a gene of the AnnData: the index of var, or one of its "
        + "columns. The adaptor keeps these names. Genes without a name take no part. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Advanced
    @Layout(DataSection.class)
    String m_geneColumn = AnnDataChoices.NONE;

    @Widget(title = "Gene vectors", description = "The vectors as given, or a control that tells what they are worth: "
        + "most of an adaptor's gain comes from training, so compare with random vectors before you credit the text. "
        + "Default: as given.")
    @ValueSwitchWidget
    @Layout(DataSection.class)
    Vectors m_vectors = Vectors.GIVEN;

    @Widget(title = "Hidden units", description = "Units of the hidden layer between gene vectors and gene factors. "
        + "Default: 64.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMostUnits.class)
    @Advanced
    @Layout(NetworkSection.class)
    int m_hidden = PUBLISHED.hidden();

    @Widget(title = "Dimensions", description = "Dimensions of the gene factors, and so of the adapted embedding. "
        + "Default: 32.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMostUnits.class)
    @Advanced
    @Layout(NetworkSection.class)
    int m_dimensions = PUBLISHED.output();

    @Widget(title = "Contrastive loss", description = "What joins the cross-entropy and draws cells of one class "
        + "together. Default: triplets.")
    @ValueSwitchWidget
    @ValueReference(ContrastRef.class)
    @Advanced
    @Layout(NetworkSection.class)
    ContrastChoice m_contrast = ContrastChoice.TRIPLET;

    @Widget(title = "Weight of the contrastive loss (λ)", description = "The loss is the cross-entropy plus λ times "
        + "the contrastive loss. 0 leaves it out. Default: 100.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(NetworkSection.class)
    double m_lambda = PUBLISHED.lambda();

    @Widget(title = "Margin", description = "How much nearer, between vectors of length 1, a cell of the same class "
        + "has to be than one of another class. Default: 0.05.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsTriplet.class)
    @Advanced
    @Layout(NetworkSection.class)
    double m_margin = PUBLISHED.margin();

    @Widget(title = "Class weights", description = "How much classes weigh in the cross-entropy. Default: by their "
        + "cells.")
    @ValueSwitchWidget
    @Advanced
    @Layout(NetworkSection.class)
    Weighting m_weighting = Weighting.NONE;

    @Widget(title = "Epochs", description = "How often all cells are learned from, at most: training ends earlier when "
        + "the validation gets no better, unless the last weights are kept. Default: 30.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    int m_epochs = PUBLISHED.epochs();

    @Widget(title = "Batch size", description = "Cells per step, 2 or more; the last batch of an epoch may be smaller. "
        + "Default: 512.")
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Advanced
    @Layout(TrainingSection.class)
    int m_batch = PUBLISHED.batch();

    @Widget(title = "Learning rate", description = "Length of Adam's steps. Default: 0.001.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(TrainingSection.class)
    double m_rate = PUBLISHED.rate();

    @Widget(title = "Time limit (minutes)", description = "Training ends after the epoch in which so many minutes are "
        + "over, with the weights kept so far and a warning. How many epochs that are depends on the computer; 0 is no "
        + "limit. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Advanced
    @Layout(TrainingSection.class)
    int m_timeLimit;

    @Widget(title = "Seed", description = "Decides the first weights, the batches and random gene vectors: the same "
        + "seed gives the same adaptor. Default: 0.")
    @NumberInputWidget
    @Advanced
    @Layout(TrainingSection.class)
    int m_seed = (int)PUBLISHED.seed();

    @Widget(title = "Compute on", description = "The processor, or a graphics card with CUDA, for which the optional "
        + "CUDA feature must be installed. Default: automatic.")
    @ValueSwitchWidget
    @Layout(TrainingSection.class)
    Device m_device = Device.AUTO;

    @Widget(title = "Weights kept", description = "Which epoch's weights become the adaptor. Default: best accuracy.")
    @ValueSwitchWidget
    @ValueReference(SelectionRef.class)
    @Layout(ValidationSection.class)
    SelectionChoice m_selection = SelectionChoice.KNN_ACCURACY;

    @Widget(title = "Share of validation cells", description = "Share of the cells that are kept from learning to tell "
        + "which epoch is best, above 0 and below 1. Default: 0.1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Effect(type = EffectType.SHOW, predicate = IsValidated.class)
    @Advanced
    @Layout(ValidationSection.class)
    double m_validationShare = PUBLISHED.validationShare();

    @Widget(title = "Validate every (epochs)", description = "After the first epoch, and then after each so many more, "
        + "the validation cells are looked at. Default: 5.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsValidated.class)
    @Advanced
    @Layout(ValidationSection.class)
    int m_every = PUBLISHED.every();

    @Widget(title = "Patience", description = "How many validations in a row may be no better before training stops; 0 "
        + "stops at the first. The best weights are kept. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsValidated.class)
    @Advanced
    @Layout(ValidationSection.class)
    int m_patience = PUBLISHED.patience();

    @Widget(title = "Seed of the validation cells", description = "Decides which cells are kept for validation, as "
        + "scikit-learn's <tt>train_test_split</tt> does. Default: 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsValidated.class)
    @Advanced
    @Layout(ValidationSection.class)
    int m_validationSeed = PUBLISHED.validationSeed();

    AdaptorTrainParameters() {
        // for loading
    }

    AdaptorTrainParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline data) {
        if (m_label == null) {
            m_label = AnnDataChoices.guessLabel(data);
        }
    }

    boolean isSplit() {
        return !AnnDataChoices.isNone(m_splitColumn);
    }

    TrainingListener listener() {
        return m_timeLimit > 0 ? new TimeLimit(Duration.ofMinutes(m_timeLimit)) : TrainingListener.NONE;
    }

    /** @throws TrainingException if the settings cannot be trained with */
    TrainingParameters training() {
        return new TrainingParameters(m_hidden, m_dimensions, m_contrast.contrast(), m_lambda, m_margin,
            PUBLISHED.temperature(), m_weighting.weighting(), m_epochs, m_batch, m_rate, m_validationShare,
            m_validationSeed, m_every, m_patience, m_selection.selection(), m_vectors.source(), m_seed);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_hidden > MOST_UNITS || m_dimensions > MOST_UNITS) {
            throw Messages.invalid("The layers have %d and %d units, but at most %d are possible.".formatted(m_hidden,
                m_dimensions, MOST_UNITS), "Enter fewer units in the dialog.");
        }
        try {
            training();
        } catch (final TrainingException e) {
            throw Messages.invalid(e);
        }
    }

    /** Checks what configure needs. */
    void check() throws InvalidSettingsException {
        validate();
        if (isSplit() && (m_splitValue == null || m_splitValue.isEmpty())) {
            throw Messages.invalid("No value of '%s' is chosen to learn from.".formatted(m_splitColumn),
                "Choose a value in the dialog.", "Set 'Learn from' to none.");
        }
    }
}
