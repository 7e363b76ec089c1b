package org.scelmo.embedded.parameters.io;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores an {@link Optional}: its value, or a stand-in for none, and whether it is present. */
final class OptionalStore implements Store {

    private static final String IS_PRESENT_SUFFIX = "_is_present";

    private final Store m_content;

    private final Object m_standIn;

    private final String m_presentKey;

    OptionalStore(final Store content, final Object standIn, final String key) {
        m_content = content;
        m_standIn = standIn;
        m_presentKey = key + IS_PRESENT_SUFFIX;
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var optional = (Optional<?>)value;
        m_content.save(optional.isPresent() ? optional.get() : m_standIn, settings);
        settings.addBoolean(m_presentKey, optional.isPresent());
    }

    /** Settings from before the field became optional have no flag: their value is present. */
    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return settings.getBoolean(m_presentKey, true) ? Optional.ofNullable(m_content.load(settings))
            : Optional.empty();
    }
}
