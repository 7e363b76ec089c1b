package org.scelmo.nodes.preprocessing.normalize;

import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scelmo.nodes.support.Messages;

/** Settings of Normalize Counts. */
final class NormalizeCountsParameters implements NodeParameters {

    /** What each cell sums to. */
    enum Target {
            @Label(value = "Fixed sum", description = "The same number for all data sets, so that "
                + "they can be compared.")
            FIXED,
            @Label(value = "Median", description = "The median of the sums of the cells that have counts, which is "
                + "scanpy's default.")
            MEDIAN;
    }

    /** What happens if the values look normalized already. */
    enum Normalized {
            @Label(value = "Warn", description = "They are normalized once more, and a warning gives the reason.")
            WARN,
            @Label(value = "Fail", description = "The node fails and gives the reason.")
            FAIL;
    }

    interface TargetRef extends ParameterReference<Target> {
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TargetRef.class).isOneOf(Target.FIXED);
        }
    }

    @Widget(title = "Each cell sums to", description = "What the counts of each cell are scaled to. Default: "
        + "fixed sum.")
    @ValueSwitchWidget
    @ValueReference(TargetRef.class)
    Target m_target = Target.FIXED;

    @Widget(title = "Target sum", description = "The sum of each cell before the logarithm. Default: 10000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = IsFixed.class)
    double m_targetSum = 10_000;

    @Widget(title = "Take the logarithm", description = "Whether log(1 + x), the natural logarithm, is taken of the "
        + "scaled values. Default: yes.")
    boolean m_log = true;

    @Widget(title = "Keep the counts", description = "Whether the values before are kept as the layer counts, where "
        + "steps that need counts find them. They are shared, not copied. A layer of that name is replaced. Default: "
        + "yes.")
    boolean m_keepCounts = true;

    @Widget(title = "If X looks normalized already", description = "What happens if the values show signs of "
        + "normalization, for example fractions and equal sums. Default: warn.")
    @ValueSwitchWidget
    @Advanced
    Normalized m_ifNormalized = Normalized.WARN;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_target == Target.FIXED && !(m_targetSum > 0 && Double.isFinite(m_targetSum))) {
            throw Messages.invalid(
                String.format(Locale.ROOT, "The target sum is %s, but it must be above 0.", m_targetSum),
                "Enter a positive number in the dialog, for example 10000.");
        }
    }
}
