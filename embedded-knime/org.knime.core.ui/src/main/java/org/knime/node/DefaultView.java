package org.knime.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** A node's view: a page and the data it starts with. */
public final class DefaultView implements FluentNodeAPI {

    final Class<? extends NodeParameters> m_parametersClass;

    final String m_description;

    final Page m_page;

    private Function<ViewInput, ?> m_initialData;

    private Map<String, Function<ViewInput, Object>> m_handlers = Map.of();

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(parametersClass, description,
            page.apply(Page.create()));
    }

    Optional<Function<ViewInput, ?>> initialData() {
        return Optional.ofNullable(m_initialData);
    }

    /** @return makers of the objects whose methods the page may call, by name; one without a name has the name "" */
    Map<String, Function<ViewInput, Object>> handlers() {
        return m_handlers;
    }

    /**
     * @param <D> type of the data; KNIME sends it to the page as JSON
     * @param initialData gives the data
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = initialData.apply(new RequireInitialData() {
            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> dataSupplier) {
                return new DefaultInitialData<>(dataSupplier);
            }
        }).m_data;
        return this;
    }

    /**
     * @param dataService names the objects whose public methods the page may call
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_handlers = dataService.apply(new RequireDataService() {
            @Override
            public SingleHandlerDataService handler(final Function<ViewInput, Object> handler) {
                return new SingleHandlerDataService(handler);
            }

            @Override
            public MultipleNamedHandlersDataService addHandler(final String name,
                final Function<ViewInput, Object> handler) {
                return new MultipleNamedHandlersDataService().addHandler(name, handler);
            }
        }).handlers();
        return this;
    }

    /** First stage. */
    public interface RequireViewParameters {

        /**
         * @param parametersClass parameters of the view, shown in the node's dialog
         * @return next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return next stage, of a view without parameters */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Second stage. */
    public interface RequireDescription {

        /**
         * @param description what the view shows
         * @return next stage
         */
        RequirePage description(String description);
    }

    /** Last stage. */
    public interface RequirePage {

        /**
         * @param page gives the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Asks for the data the view starts with. */
    public interface RequireInitialData {

        /**
         * @param <D> type of the data
         * @param dataSupplier gives the data, once the node is executed
         * @return the data
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> dataSupplier);
    }

    /** Asks for an object that has a name. */
    public interface AllowAddingNamedHandler {

        /**
         * @param name what the page calls it
         * @param handler makes the object; its public methods can be called
         * @return the service, which more objects can be added to
         */
        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** Asks for the objects whose methods the page may call. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        /**
         * @param handler makes the only object; its public methods can be called
         * @return the service
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What is common to services of a view. */
    abstract static class AbstractDataService<T> {
    }

    /**
     * The data the view starts with.
     *
     * @param <D> its type
     */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
        implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }
    }

    /** Objects whose methods the page may call. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
        implements FluentNodeAPI {

        abstract Map<String, Function<ViewInput, Object>> handlers();
    }

    /** One object. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = handler;
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return Map.of("", m_handler);
        }
    }

    /** Objects with names. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
        implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> m_handlers = new LinkedHashMap<>();

        MultipleNamedHandlersDataService() {
            // filled by addHandler
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(final String name,
            final Function<ViewInput, Object> handler) {
            m_handlers.put(name, handler);
            return this;
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return m_handlers;
        }
    }

    /** What the data can be made of. */
    public interface ViewInput {

        /**
         * @param <S> the parameters class
         * @return parameters of the view
         */
        <S extends NodeParameters> S getParameters();

        /** @return what execution kept for the view; may be null */
        PortObject[] getInternalPortObjects();

        /** @return as {@link #getInternalPortObjects()}, if nothing but tables was kept */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }
    }
}
