package org.scelmo.embedded.parameters.effects;

import org.knime.node.parameters.updates.EffectPredicate;

/** A condition that can be asked. */
@FunctionalInterface
interface Condition extends EffectPredicate {

    /** @return whether the condition holds for the values it was made on */
    boolean holds();
}
