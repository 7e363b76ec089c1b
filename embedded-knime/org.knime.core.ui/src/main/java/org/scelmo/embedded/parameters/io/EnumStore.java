package org.scelmo.embedded.parameters.io;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores an enum constant by its name. */
final class EnumStore implements Store {

    private final String m_key;

    private final Enum<?>[] m_constants;

    EnumStore(final String key, final Class<?> type) {
        m_key = key;
        m_constants = (Enum<?>[])type.getEnumConstants();
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        settings.addString(m_key, value == null ? null : ((Enum<?>)value).name());
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var name = settings.getString(m_key);
        return Arrays.stream(m_constants).filter(c -> c.name().equals(name)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException(String.format("Invalid value '%s'. Possible values: %s",
                name, Arrays.stream(m_constants).map(Enum::name).collect(Collectors.joining(", ")))));
    }
}
