package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;
import org.scelmo.embedded.parameters.effects.Conditions;

/** Makes the condition of an {@link Effect}. Needs a constructor without arguments. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to values and other conditions
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * @param predicates conditions
     * @return holds if all hold
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Conditions.and(predicates);
    }

    /**
     * @param predicates conditions
     * @return holds if at least one holds
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Conditions.or(predicates);
    }

    /**
     * @param predicate a condition
     * @return holds if the other does not
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return Conditions.not(predicate);
    }

    /** Gives access to values and other conditions. */
    interface PredicateInitializer {

        /**
         * @param reference a value
         * @return conditions on it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference a value
         * @return conditions on it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param <E> the value's type
         * @param reference a value
         * @return conditions on it
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param reference a value
         * @return whether the dialog has no such value
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * @param predicateProvider another condition
         * @return it
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProvider);

        /**
         * @param predicateProvider another condition
         * @return it
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /**
         * @param predicate a condition on the ports, tested once
         * @return it
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return holds always */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** @return holds never */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** Conditions on a text. */
        interface StringReference {

            /**
             * @param value a text
             * @return holds if the value equals it
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds if the whole value matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a flag. */
        interface BooleanReference {

            /** @return holds if the flag is set */
            EffectPredicate isTrue();

            /** @return holds if the flag is not set */
            EffectPredicate isFalse();
        }

        /**
         * Conditions on an enum value.
         *
         * @param <E> its type
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * @param values constants
             * @return holds if the value is one of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }
    }
}
