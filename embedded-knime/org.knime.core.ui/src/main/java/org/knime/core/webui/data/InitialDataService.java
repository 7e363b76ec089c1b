package org.knime.core.webui.data;

import java.util.function.Supplier;

import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.ui.access.InitialDataAccess;

/**
 * Gives a page the data it starts with.
 *
 * @param <D> the data, which JSON can hold
 */
public final class InitialDataService<D> extends AbstractDataService {

    static {
        Accessors.register(InitialDataAccess.class, service -> service.m_data.get());
    }

    private final Supplier<D> m_data;

    private InitialDataService(final Supplier<D> data) {
        m_data = data;
    }

    /**
     * @param <D> the data
     * @param dataSupplier makes them when a page asks
     * @return a builder
     */
    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /**
     * Makes a service.
     *
     * @param <D> the data
     */
    public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {

        private final Supplier<D> m_data;

        private InitialDataServiceBuilder(final Supplier<D> data) {
            m_data = data;
        }

        /** @return the service */
        public InitialDataService<D> build() {
            return new InitialDataService<>(m_data);
        }
    }
}
