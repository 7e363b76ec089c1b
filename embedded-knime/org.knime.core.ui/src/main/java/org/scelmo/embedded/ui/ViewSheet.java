package org.scelmo.embedded.ui;

import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/**
 * What a node says about its view.
 *
 * @param description what the view shows
 * @param parametersClass class of the view's parameters, if it has any
 * @param page the page
 * @param data makes the data the view starts with, if there are any
 */
public record ViewSheet(String description, Optional<Class<? extends NodeParameters>> parametersClass, Page page,
    Optional<Function<ViewInput, ?>> data) {

    /**
     * The data the view would start with.
     *
     * @param parameters parameters of the view, null if it has none
     * @param internals what execution kept for the view, null if nothing
     * @return the data; empty if the view starts without
     */
    public Optional<Object> initialData(final NodeParameters parameters, final PortObject... internals) {
        return data.map(function -> function.apply(new ViewInput() {
            @Override
            @SuppressWarnings("unchecked") // the node knows its view's parameters class
            public <S extends NodeParameters> S getParameters() {
                return (S)parameters;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return internals;
            }
        }));
    }
}
