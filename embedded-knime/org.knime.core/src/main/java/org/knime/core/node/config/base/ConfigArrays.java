package org.knime.core.node.config.base;

import java.lang.reflect.Array;
import java.util.function.IntFunction;

import org.knime.core.node.InvalidSettingsException;

/** Arrays as nested configs: the elements under their index, and their number under "array-size" (none: null). */
final class ConfigArrays {

    private static final String CFG_ARRAY_SIZE = "array-size";

    private ConfigArrays() {
    }

    static void add(final ConfigBase config, final Object values, final ElementWriter writer) {
        if (values == null) {
            return;
        }
        final var length = Array.getLength(values);
        config.addInt(CFG_ARRAY_SIZE, length);
        for (var i = 0; i < length; i++) {
            writer.write(config, Integer.toString(i), i);
        }
    }

    static <A> A get(final ConfigBase config, final IntFunction<A> create, final ElementReader<A> reader)
        throws InvalidSettingsException {
        final var length = config.getInt(CFG_ARRAY_SIZE, -1);
        if (length < 0) {
            return null;
        }
        final var values = create.apply(length);
        for (var i = 0; i < length; i++) {
            reader.read(config, Integer.toString(i), values, i);
        }
        return values;
    }

    static <A> A orElse(final ArrayGetter<A> getter, final A def) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException e) { // absent or of another type: that is what the default is for
            return def;
        }
    }

    interface ElementWriter {
        void write(ConfigBase array, String key, int index);
    }

    interface ElementReader<A> {
        void read(ConfigBase array, String key, A values, int index) throws InvalidSettingsException;
    }

    interface ArrayGetter<A> {
        A get() throws InvalidSettingsException;
    }
}
