package org.knime.node.parameters.updates;

import org.scelmo.embedded.parameters.effects.Conditions;

/** A condition on the values of the dialog. */
public interface EffectPredicate {

    /**
     * @param other another condition
     * @return holds if both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        return Conditions.and(this, other);
    }

    /**
     * @param other another condition
     * @return holds if at least one holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        return Conditions.or(this, other);
    }

    /** @return holds if this does not */
    default EffectPredicate negate() {
        return Conditions.not(this);
    }
}
