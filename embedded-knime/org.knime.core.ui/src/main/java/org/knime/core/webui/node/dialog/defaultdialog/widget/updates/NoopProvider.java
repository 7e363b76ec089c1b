package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Stands for "no provider" in an annotation. */
abstract class NoopProvider<T> implements StateProvider<T> {

    @Override
    public void init(final StateProviderInitializer initializer) {
        throw notToBeCalled();
    }

    @Override
    public T computeState(final NodeParametersInput parametersInput) {
        throw notToBeCalled();
    }

    private IllegalStateException notToBeCalled() {
        return new IllegalStateException(getClass().getSimpleName() + " only marks the absence of a provider.");
    }
}
