package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a value, choices or a text of the dialog. Needs a constructor without arguments; {@link #init} is called
 * once and then {@link #computeState} whenever one of the triggers named there fires.
 *
 * @param <S> what is computed
 */
public interface StateProvider<S> {

    /** @param initializer to name the triggers and get suppliers of the values needed */
    void init(StateProviderInitializer initializer);

    /**
     * @param parametersInput what is known of the ports
     * @return the state
     * @throws StateComputationFailureException if there is none; the dialog then stays as it is
     */
    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;

    /** Names triggers and dependencies. */
    interface StateProviderInitializer {

        /**
         * Computes anew when the value changes.
         *
         * @param <T> the value's type
         * @param valueRef the value
         * @return gives the value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> valueRef);

        /**
         * Depends on the value without being triggered by it.
         *
         * @param <T> the value's type
         * @param valueRef the value
         * @return gives the value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> valueRef);

        /**
         * Computes anew when the value changes.
         *
         * @param <T> the value's type
         * @param valueRef the value
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> valueRef);

        /** @param buttonRef computes when this button is clicked */
        void computeOnButtonClick(Class<? extends ButtonReference> buttonRef);

        /**
         * Computes after another provider.
         *
         * @param <T> the other's state
         * @param stateProviderClass the other
         * @return gives the other's state
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

        /** Computes before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes after the dialog has opened, for what takes long. */
        void computeAfterOpenDialog();

        /** @return what is known of the ports */
        NodeParametersInput getNodeParametersInput();
    }
}
