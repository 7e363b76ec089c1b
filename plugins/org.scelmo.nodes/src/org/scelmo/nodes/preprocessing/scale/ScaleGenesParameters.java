package org.scelmo.nodes.preprocessing.scale;

import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scelmo.nodes.support.Messages;

/** Settings of Scale Genes. */
final class ScaleGenesParameters implements NodeParameters {

    interface ClipRef extends ParameterReference<Boolean> {
    }

    static final class Clips implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(ClipRef.class).isTrue();
        }
    }

    @Widget(title = "Center genes", description = "Whether the mean of each gene becomes 0. Centered data have hardly "
        + "any zeros and need 8 bytes of disk space for each cell and gene; without, sparse data stay sparse. "
        + "Default: yes.")
    boolean m_center = true;

    @Widget(title = "Limit large values", description = "Whether values above a maximum become the maximum, so that a "
        + "few cells do not rule. Small values are left as they are. Default: yes.")
    @ValueReference(ClipRef.class)
    boolean m_clip = true;

    @Widget(title = "Maximum", description = "The largest value after scaling, in standard deviations. Default: 10.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(type = EffectType.SHOW, predicate = Clips.class)
    double m_max = 10;

    /** Infinite if values are not limited. */
    double max() {
        return m_clip ? m_max : Double.POSITIVE_INFINITY;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_clip && !(m_max > 0)) {
            throw Messages.invalid(String.format(Locale.ROOT, "The maximum is %s, but it must be above 0.", m_max),
                "Enter a positive number in the dialog, for example 10.");
        }
    }
}
