package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * What a column spec holds that nobody here looks at, colours above all: kept as it was saved, so that it is still
 * there when the spec is saved again.
 */
final class ColumnHandlers {

    static final ColumnHandlers NONE = new ColumnHandlers(Map.of());

    private static final String CFG_META_DATA = "meta_data";

    private static final List<String> KEYS = List.of("color_handler", "size_handler", "shape_handler",
        "value_format_handler", "filter_handler", CFG_META_DATA);

    private final Map<String, Config> m_saved;

    private ColumnHandlers(final Map<String, Config> saved) {
        m_saved = saved;
    }

    static ColumnHandlers load(final ConfigRO config) throws InvalidSettingsException {
        final var saved = new LinkedHashMap<String, Config>();
        for (final var key : KEYS) {
            if (config.containsKey(key)) {
                final var copy = new NodeSettings(key);
                config.getConfig(key).copyTo((ConfigWO)copy);
                saved.put(key, copy);
            }
        }
        return new ColumnHandlers(saved);
    }

    void save(final ConfigWO config) {
        for (final var key : KEYS) {
            final var saved = m_saved.get(key);
            if (saved != null) {
                saved.copyTo(config.addConfig(key));
            } else if (CFG_META_DATA.equals(key)) {
                config.addConfig(key);
            }
        }
    }
}
