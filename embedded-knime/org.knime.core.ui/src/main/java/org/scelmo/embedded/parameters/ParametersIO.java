package org.scelmo.embedded.parameters;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.Persistable;
import org.scelmo.embedded.parameters.io.ObjectStore;

/** Stores and reads parameters in KNIME's form; the package comment describes it. */
public final class ParametersIO {

    private static final Map<Class<?>, ObjectStore> STORES = new ConcurrentHashMap<>();

    private ParametersIO() {
    }

    /**
     * @param parameters the parameters
     * @param settings get one entry or config for each field
     */
    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        store(parameters.getClass()).save(parameters, settings);
    }

    /**
     * @param <P> the parameters class
     * @param type the parameters class
     * @param settings stored parameters
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or its value is invalid; nothing is half read
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return type.cast(store(type).load(settings));
    }

    private static ObjectStore store(final Class<?> type) {
        return STORES.computeIfAbsent(type, ObjectStore::of);
    }
}
