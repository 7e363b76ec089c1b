package org.scelmo.embedded.ui;

import java.util.HashMap;
import java.util.Map;
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
 * @param handlers make the objects whose methods the page may call, by name; one without a name has the name ""
 */
public record ViewSheet(String description, Optional<Class<? extends NodeParameters>> parametersClass, Page page,
    Optional<Function<ViewInput, ?>> data, Map<String, Function<ViewInput, Object>> handlers) {

    /** Keeps a copy of the handlers. */
    public ViewSheet {
        handlers = Map.copyOf(handlers);
    }

    /**
     * The data the view would start with.
     *
     * @param parameters parameters of the view, null if it has none
     * @param internals what execution kept for the view, null if nothing
     * @return the data; empty if the view starts without
     */
    public Optional<Object> initialData(final NodeParameters parameters, final PortObject... internals) {
        return data.map(function -> function.apply(input(parameters, internals)));
    }

    /**
     * The objects whose methods the page may call.
     *
     * @param parameters parameters of the view, null if it has none
     * @param internals what execution kept for the view, null if nothing
     * @return the objects by name
     */
    public Map<String, Object> services(final NodeParameters parameters, final PortObject... internals) {
        final Map<String, Object> services = new HashMap<>();
        handlers.forEach((name, handler) -> services.put(name, handler.apply(input(parameters, internals))));
        return services;
    }

    private static ViewInput input(final NodeParameters parameters, final PortObject... internals) {
        return new ViewInput() {
            @Override
            @SuppressWarnings("unchecked") // the node knows its view's parameters class
            public <S extends NodeParameters> S getParameters() {
                return (S)parameters;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return internals;
            }
        };
    }
}
