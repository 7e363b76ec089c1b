package org.scelmo.embedded.parameters.effects;

import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.scelmo.embedded.parameters.Instances;

/** Makes conditions on the current values of parameters. */
public final class ValueConditions implements PredicateInitializer {

    private final Map<Class<?>, Object> m_values;

    private final NodeParametersInput m_input;

    /**
     * @param values each named value by its reference
     * @param input what is known of the ports
     */
    public ValueConditions(final Map<Class<?>, Object> values, final NodeParametersInput input) {
        m_values = values;
        m_input = input;
    }

    private Object value(final Class<?> reference) {
        if (!m_values.containsKey(reference)) {
            throw new NoSuchElementException("No field of the parameters has the @ValueReference("
                + reference.getName() + ".class) that a condition refers to.");
        }
        return m_values.get(reference);
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !m_values.containsKey(reference);
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProvider) {
        return getPredicate(Instances.of(predicateProvider));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return (Condition)() -> predicate.test(m_input);
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final var value = (Boolean)value(reference);
        return new BooleanReference() {
            @Override
            public EffectPredicate isTrue() {
                return (Condition)() -> value;
            }

            @Override
            public EffectPredicate isFalse() {
                return (Condition)() -> !value;
            }
        };
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final var text = (String)value(reference);
        return new StringReference() {
            @Override
            public EffectPredicate isEqualTo(final String other) {
                return (Condition)() -> other.equals(text);
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return (Condition)() -> text != null && text.matches(pattern);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final var constant = value(reference);
        return new EnumReference<>() {
            @Override
            @SafeVarargs
            @SuppressWarnings("varargs") // only read
            public final EffectPredicate isOneOf(final E... constants) {
                return (Condition)() -> Arrays.asList(constants).contains(constant);
            }
        };
    }
}
