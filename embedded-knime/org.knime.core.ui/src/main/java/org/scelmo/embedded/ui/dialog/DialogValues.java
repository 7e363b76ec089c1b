package org.scelmo.embedded.ui.dialog;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.scelmo.embedded.parameters.Instances;
import org.scelmo.embedded.parameters.ParameterField;

/** The named values of a dialog and what its state providers make of them. */
final class DialogValues {

    private final NodeParametersInput m_input;

    private final Map<Class<?>, Object> m_values = new HashMap<>();

    /** Providers being computed, to find circles. */
    private final Deque<Class<?>> m_running = new ArrayDeque<>();

    DialogValues(final Object parameters, final NodeParametersInput input) {
        m_input = input;
        collect(parameters);
        provideValues(parameters);
        m_values.clear();
        collect(parameters);
    }

    NodeParametersInput input() {
        return m_input;
    }

    Map<Class<?>, Object> byReference() {
        return Collections.unmodifiableMap(m_values);
    }

    private void collect(final Object group) {
        for (final var field : ParameterField.of(group.getClass())) {
            final var value = field.get(group);
            field.annotation(ValueReference.class).ifPresent(ref -> m_values.put(ref.value(), value));
            if (value instanceof WidgetGroup inner) {
                collect(inner);
            }
        }
    }

    /** Sets fields whose value is computed before the dialog opens. */
    private void provideValues(final Object group) {
        for (final var field : ParameterField.of(group.getClass())) {
            field.annotation(ValueProvider.class).ifPresent(provider -> {
                final var call = new Call();
                final var state = call.run(provider.value());
                if (call.m_beforeOpen && state != null) {
                    field.set(group, state);
                }
            });
            if (field.get(group) instanceof WidgetGroup inner) {
                provideValues(inner);
            }
        }
    }

    /**
     * @param provider class of a provider
     * @return its state; null if it has none
     */
    Object state(final Class<?> provider) {
        return new Call().run(provider);
    }

    /** One run of a provider. */
    private final class Call implements StateProviderInitializer {

        private boolean m_beforeOpen;

        private Object run(final Class<?> type) {
            if (m_running.contains(type)) {
                throw new IllegalStateException("State providers depend on each other in a circle: " + m_running);
            }
            m_running.push(type);
            try {
                final var provider = (StateProvider<?>)Instances.of(type);
                provider.init(this);
                return provider.computeState(m_input);
            } catch (final StateComputationFailureException e) { // NOSONAR says: leave the dialog as it is
                return null;
            } finally {
                m_running.pop();
            }
        }

        @SuppressWarnings("unchecked") // the reference carries the field's type
        private <T> Supplier<T> value(final Class<? extends ParameterReference<T>> reference) {
            if (!m_values.containsKey(reference)) {
                throw new NoSuchElementException("No field has the @ValueReference(" + reference.getName()
                    + ".class) that " + m_running.peek() + " refers to.");
            }
            return () -> (T)m_values.get(reference);
        }

        @Override
        public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> valueRef) {
            return value(valueRef);
        }

        @Override
        public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> valueRef) {
            return value(valueRef);
        }

        @Override
        public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> valueRef) {
            value(valueRef);
        }

        @Override
        @SuppressWarnings("unchecked") // the provider's class carries the type of its state
        public <T> Supplier<T>
            computeFromProvidedState(final Class<? extends StateProvider<T>> stateProviderClass) {
            final var state = (T)state(stateProviderClass);
            return () -> state;
        }

        @Override
        public void computeOnButtonClick(final Class<? extends ButtonReference> buttonRef) {
            // no button is clicked while the dialog opens
        }

        @Override
        public void computeBeforeOpenDialog() {
            m_beforeOpen = true;
        }

        @Override
        public void computeAfterOpenDialog() {
            // an open dialog shows this state, too
        }

        @Override
        public NodeParametersInput getNodeParametersInput() {
            return m_input;
        }
    }
}
