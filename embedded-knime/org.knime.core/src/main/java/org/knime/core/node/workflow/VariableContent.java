package org.knime.core.node.workflow;

import java.util.Arrays;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value with its type, and its form in settings.
 *
 * @param <T> the type of the value
 */
record VariableContent<T>(VariableType<T> type, T value) {

    private static final String CFG_VALUE = "value";

    VariableContent {
        Objects.requireNonNull(type, "Variable type must not be null.");
        Objects.requireNonNull(value, "Variable value must not be null.");
    }

    static <T> VariableContent<T> load(final VariableType<T> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Object value;
        if (type == VariableType.StringType.INSTANCE) {
            value = settings.getString(CFG_VALUE);
        } else if (type == VariableType.DoubleType.INSTANCE) {
            value = settings.getDouble(CFG_VALUE);
        } else if (type == VariableType.IntType.INSTANCE) {
            value = settings.getInt(CFG_VALUE);
        } else if (type == VariableType.LongType.INSTANCE) {
            value = settings.getLong(CFG_VALUE);
        } else if (type == VariableType.BooleanType.INSTANCE) {
            value = settings.getBoolean(CFG_VALUE);
        } else {
            value = settings.getStringArray(CFG_VALUE);
        }
        return new VariableContent<>(type, type.getSimpleType().cast(value));
    }

    void save(final NodeSettingsWO settings) {
        if (value instanceof String text) {
            settings.addString(CFG_VALUE, text);
        } else if (value instanceof Double number) {
            settings.addDouble(CFG_VALUE, number);
        } else if (value instanceof Integer number) {
            settings.addInt(CFG_VALUE, number);
        } else if (value instanceof Long number) {
            settings.addLong(CFG_VALUE, number);
        } else if (value instanceof Boolean bool) {
            settings.addBoolean(CFG_VALUE, bool);
        } else if (value instanceof ICredentials credentials) {
            // the password stays in memory
            settings.addNodeSettings(CFG_VALUE).addString("name", credentials.getName());
        } else {
            settings.addStringArray(CFG_VALUE, (String[])value);
        }
    }

    <U> U as(final VariableType<U> target) {
        return type.getAs(value, target);
    }

    @Override
    public String toString() {
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }

    @Override
    public int hashCode() {
        return value instanceof Object[] array ? Arrays.hashCode(array) : value.hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof VariableContent<?> other && type.equals(other.type)
            && Objects.deepEquals(value, other.value);
    }
}
