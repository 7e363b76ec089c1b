package org.scelmo.nodes.preprocessing.cellsplitter;

import java.util.List;
import java.util.Optional;

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
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.StringFilter;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.SplitColumn;
import org.scelmo.nodes.support.dialog.AtMostOne;
import org.scelmo.nodes.support.dialog.BatchChoices;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of Cell Splitter. */
final class CellSplitterParameters implements NodeParameters {

    /** Where a table of cells is, if one is connected. */
    static final int CELLS = 1;

    private static final int PUBLISHED_SEED = 2023;

    /** What tells which cells are chosen. */
    enum By {
            @Label(value = "Values", description = "Values of an annotation that holds text, whole numbers or truth "
                + "values.")
            VALUES,
            @Label(value = "Numbers", description = "A range of an annotation that holds numbers.")
            RANGE,
            @Label(value = "Random share", description = "A share of all cells, drawn at random.")
            RANDOM;
    }

    interface ByRef extends ParameterReference<By> {
    }

    /** Whether a table of cells is connected, which takes the place of the other settings. */
    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > CELLS);
        }
    }

    private static EffectPredicate isBy(final EffectPredicateProvider.PredicateInitializer i, final By by) {
        return i.getEnum(ByRef.class).isOneOf(by).and(i.getConstant(input -> input.getInPortTypes().length <= CELLS));
    }

    static final class IsByValues implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return isBy(i, By.VALUES);
        }
    }

    static final class IsByRange implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return isBy(i, By.RANGE);
        }
    }

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return isBy(i, By.RANDOM);
        }
    }

    static final class Numbers implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return AnnDataChoices.numbers(input, 0);
        }
    }

    static final class TableChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return input.getInPortSpecs().length > CELLS ? RowNames.choices(input, CELLS) : List.of();
        }
    }

    static final class DefaultBound implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.0;
        }
    }

    @Widget(title = "Choose cells by", description = "What tells which cells are chosen. Default: values of an "
        + "annotation.")
    @ValueSwitchWidget
    @ValueReference(ByRef.class)
    @Effect(type = EffectType.HIDE, predicate = HasTable.class)
    By m_by = By.VALUES;

    @Widget(title = "Annotation", description = "The annotation whose values choose cells, for example clusters or "
        + "donors. No default: choose one.")
    @ChoicesProvider(LabelChoices.class)
    @ValueReference(SplitColumn.Ref.class)
    @Effect(type = EffectType.SHOW, predicate = IsByValues.class)
    String m_annotation;

    @Widget(title = "Values", description = "The values of the chosen cells: by hand, by wildcards such as "
        + "<tt>CD4*</tt>, or by a regular expression. Values of text that is no category are not listed; they can be "
        + "chosen by wildcards. Default: none.")
    @TwinlistWidget(includedLabel = "Chosen", excludedLabel = "Other")
    @ChoicesProvider(SplitColumn.Values.class)
    @Effect(type = EffectType.SHOW, predicate = IsByValues.class)
    StringFilter m_values = new StringFilter();

    @Widget(title = "Numbers", description = "The annotation whose numbers choose cells, for example a number of "
        + "counts. No default: choose one.")
    @ChoicesProvider(Numbers.class)
    @Effect(type = EffectType.SHOW, predicate = IsByRange.class)
    String m_numbers;

    @Widget(title = "At least", description = "The smallest number of a chosen cell. Default: off.")
    @OptionalWidget(defaultProvider = DefaultBound.class)
    @Effect(type = EffectType.SHOW, predicate = IsByRange.class)
    Optional<Double> m_min = Optional.empty();

    @Widget(title = "At most", description = "The largest number of a chosen cell. Default: off.")
    @OptionalWidget(defaultProvider = DefaultBound.class)
    @Effect(type = EffectType.SHOW, predicate = IsByRange.class)
    Optional<Double> m_max = Optional.empty();

    @Widget(title = "Share", description = "Share of the cells that are chosen, above 0 and below 1. Default: 0.8.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostOne.class)
    @Effect(type = EffectType.SHOW, predicate = IsRandom.class)
    double m_share = 0.8;

    @Widget(title = "Stratify by", description = "An annotation, for example the cell type, of which each value has "
        + "its share in both parts. Default: none.")
    @ChoicesProvider(BatchChoices.class)
    @Effect(type = EffectType.SHOW, predicate = IsRandom.class)
    String m_strata = AnnDataChoices.NONE;

    @Widget(title = "Seed", description = "Decides which cells are drawn: the same seed draws the same cells. Default: "
        + "2023, that of the paper.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsRandom.class)
    @Advanced
    int m_seed = PUBLISHED_SEED;

    @Widget(title = "Cells of the table", description = "The column of the connected table with the names of the cells "
        + "to choose, or the RowID. Default: the first text column.")
    @ChoicesProvider(TableChoices.class)
    @Effect(type = EffectType.SHOW, predicate = HasTable.class)
    String m_tableColumn;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_by == By.RANDOM && !(m_share > 0 && m_share < 1)) {
            throw Messages.invalid("The share of the chosen cells must lie between 0 and 1, not be %s."
                .formatted(m_share), "Enter another share, for example 0.8.");
        }
        if (m_by == By.RANDOM && m_seed < 0) {
            throw Messages.invalid("The seed must be 0 or more, not %d.".formatted(m_seed), "Enter another seed.");
        }
        if (m_by == By.RANGE && m_min.isPresent() && m_max.isPresent() && m_min.get() > m_max.get()) {
            throw Messages.invalid("No number is at least %s and at most %s.".formatted(m_min.get(), m_max.get()),
                "Exchange the two bounds in the dialog.");
        }
    }

    /** Checks what configure needs. */
    void check() throws InvalidSettingsException {
        validate();
        if (m_by == By.VALUES && m_annotation == null || m_by == By.RANGE && m_numbers == null) {
            throw Messages.invalid("No annotation is chosen that tells cells apart.", "Choose one in the dialog.",
                "Choose cells at random.", "Add the port 'Cells' and connect a table that names cells.");
        }
        if (m_by == By.RANGE && m_min.isEmpty() && m_max.isEmpty()) {
            throw Messages.invalid("The range of '%s' has no bounds.".formatted(m_numbers),
                "Switch on a bound in the dialog.");
        }
    }
}
