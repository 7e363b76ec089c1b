package org.scelmo.embedded.parameters.effects;

import java.util.Arrays;

import org.knime.node.parameters.updates.EffectPredicate;

/** Combines conditions. */
public final class Conditions {

    private Conditions() {
    }

    /**
     * @param predicates conditions
     * @return holds if all hold
     */
    public static EffectPredicate and(final EffectPredicate... predicates) {
        return (Condition)() -> Arrays.stream(predicates).allMatch(Conditions::holds);
    }

    /**
     * @param predicates conditions
     * @return holds if at least one holds
     */
    public static EffectPredicate or(final EffectPredicate... predicates) {
        return (Condition)() -> Arrays.stream(predicates).anyMatch(Conditions::holds);
    }

    /**
     * @param predicate a condition
     * @return holds if the other does not
     */
    public static EffectPredicate not(final EffectPredicate predicate) {
        return (Condition)() -> !holds(predicate);
    }

    /**
     * @param predicate a condition made by an initializer of this package
     * @return whether it holds
     */
    public static boolean holds(final EffectPredicate predicate) {
        return ((Condition)predicate).holds();
    }
}
