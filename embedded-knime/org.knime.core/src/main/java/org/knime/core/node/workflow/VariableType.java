package org.knime.core.node.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * The type of a flow variable.
 *
 * @param <T> the type of its values
 */
public abstract class VariableType<T> {

    static final String CFG_VALUE = "value";

    public VariableType() {
        // for subclasses
    }

    public abstract Class<T> getSimpleType();

    protected abstract VariableValue<T> newValue(T v);

    protected abstract VariableValue<T> loadValue(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void saveValue(NodeSettingsWO settings, VariableValue<T> v);

    /**
     * Whether a setting can be overwritten by variables of this type.
     *
     * @param config the settings
     * @param configKey the key of the setting
     * @return true if the setting is of a fitting type
     */
    protected abstract boolean canOverwrite(Config config, String configKey);

    /**
     * Overwrites a setting with a value.
     *
     * @param value the value
     * @param config the settings
     * @param configKey the key of the setting, which keeps its type
     * @throws InvalidConfigEntryException if the value does not fit the setting
     */
    protected abstract void overwrite(T value, Config config, String configKey) throws InvalidConfigEntryException;

    protected <U> U getAs(final T value, final VariableType<U> conversionTarget) {
        if (equals(conversionTarget)) {
            return conversionTarget.getSimpleType().cast(value);
        }
        throw createNotConvertibleException(this, conversionTarget);
    }

    protected static IllegalArgumentException createNotConvertibleException(final VariableType<?> from,
        final VariableType<?> to) {
        return new IllegalArgumentException(
            "Flow variables of the type " + from + " cannot be converted to " + to + ".");
    }

    /** @return the types that values of this one can be read as, with this one */
    public Set<VariableType<?>> getConvertibleTypes() {
        return Set.of(this);
    }

    public final boolean isConvertible(final VariableType<?> to) {
        return getConvertibleTypes().contains(to);
    }

    public String getIdentifier() {
        return this == IntType.INSTANCE ? "INTEGER"
            : getClass().getSimpleName().replace("Type", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return getIdentifier();
    }

    /**
     * A value with its type.
     *
     * @param <T> the type of the value
     */
    protected abstract static class VariableValue<T> {

        private final VariableType<T> m_type;

        private final T m_value;

        protected VariableValue(final VariableType<T> type, final T value) {
            m_type = type;
            m_value = Objects.requireNonNull(value, "The value of a flow variable must not be null.");
        }

        protected T get() {
            return m_value;
        }

        final VariableType<T> type() {
            return m_type;
        }

        final <U> U as(final VariableType<U> target) {
            return m_type.getAs(m_value, target);
        }

        final void save(final NodeSettingsWO settings) {
            m_type.saveValue(settings, this);
        }

        final void overwrite(final Config config, final String key) throws InvalidConfigEntryException {
            m_type.overwrite(m_value, config, key);
        }

        @Override
        public String toString() {
            return m_value instanceof Object[] array ? Arrays.toString(array) : m_value.toString();
        }

        @Override
        public int hashCode() {
            return m_value instanceof Object[] array ? Arrays.hashCode(array) : m_value.hashCode();
        }

        @Override
        public boolean equals(final Object obj) {
            return obj instanceof VariableValue<?> other && m_type.equals(other.m_type)
                && Objects.deepEquals(m_value, other.m_value);
        }
    }

    /** A setting cannot be overwritten by the value of a variable. */
    public static final class InvalidConfigEntryException extends Exception {

        private static final long serialVersionUID = 1;

        public InvalidConfigEntryException(final String msg) {
            super(msg);
        }

        public InvalidConfigEntryException(final String msg, final Throwable cause) {
            super(msg, cause);
        }
    }

    /**
     * A type of KNIME itself.
     *
     * @param <T> the type of its values
     */
    protected abstract static class DefaultVariableType<T> extends VariableType<T> {

        private final BiPredicate<Config, String> m_canOverwrite;

        protected DefaultVariableType(final BiPredicate<Config, String> canOverwrite) {
            m_canOverwrite = canOverwrite;
        }

        @Override
        protected final boolean canOverwrite(final Config config, final String configKey) {
            return m_canOverwrite.test(config, configKey);
        }
    }

    /** String values. */
    public static final class StringType extends DefaultVariableType<String> {

        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super((config, key) -> SettingOverwriter.isOf(config, key, ConfigEntries.xstring, ConfigEntries.xint, ConfigEntries.xdouble, ConfigEntries.xboolean,
                ConfigEntries.xlong, ConfigEntries.xfloat, ConfigEntries.xshort, ConfigEntries.xbyte,
                ConfigEntries.xchar));
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        protected VariableValue<String> newValue(final String v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<String> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getString(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<String> v) {
            settings.addString(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final String value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }
    }

    /** Double values. */
    public static final class DoubleType extends DefaultVariableType<Double> {

        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super((config, key) -> SettingOverwriter.isOf(config, key, ConfigEntries.xdouble, ConfigEntries.xfloat, ConfigEntries.xstring));
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        protected VariableValue<Double> newValue(final Double v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<Double> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getDouble(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Double> v) {
            settings.addDouble(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final Double value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(this, StringType.INSTANCE);
        }

        @Override
        protected <U> U getAs(final Double value, final VariableType<U> conversionTarget) {
            if (conversionTarget == StringType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.toString());
            }
            return super.getAs(value, conversionTarget);
        }
    }

    /** Int values. */
    public static final class IntType extends DefaultVariableType<Integer> {

        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super((config, key) -> SettingOverwriter.isOf(config, key, ConfigEntries.xint, ConfigEntries.xlong, ConfigEntries.xdouble, ConfigEntries.xfloat,
                ConfigEntries.xshort, ConfigEntries.xbyte, ConfigEntries.xstring));
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        protected VariableValue<Integer> newValue(final Integer v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<Integer> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getInt(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Integer> v) {
            settings.addInt(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final Integer value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(this, LongType.INSTANCE, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected <U> U getAs(final Integer value, final VariableType<U> conversionTarget) {
            if (conversionTarget == LongType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.longValue());
            }
            if (conversionTarget == DoubleType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.doubleValue());
            }
            if (conversionTarget == StringType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.toString());
            }
            return super.getAs(value, conversionTarget);
        }
    }

    /** Long values. */
    public static final class LongType extends DefaultVariableType<Long> {

        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super((config, key) -> SettingOverwriter.isOf(config, key, ConfigEntries.xlong, ConfigEntries.xint, ConfigEntries.xdouble, ConfigEntries.xfloat,
                ConfigEntries.xshort, ConfigEntries.xbyte, ConfigEntries.xstring));
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        protected VariableValue<Long> newValue(final Long v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<Long> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getLong(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Long> v) {
            settings.addLong(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final Long value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(this, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected <U> U getAs(final Long value, final VariableType<U> conversionTarget) {
            if (conversionTarget == DoubleType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.doubleValue());
            }
            if (conversionTarget == StringType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.toString());
            }
            return super.getAs(value, conversionTarget);
        }
    }

    /** Boolean values. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {

        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super((config, key) -> SettingOverwriter.isOf(config, key, ConfigEntries.xboolean, ConfigEntries.xstring));
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        protected VariableValue<Boolean> newValue(final Boolean v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<Boolean> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getBoolean(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Boolean> v) {
            settings.addBoolean(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final Boolean value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(this, StringType.INSTANCE);
        }

        @Override
        protected <U> U getAs(final Boolean value, final VariableType<U> conversionTarget) {
            if (conversionTarget == StringType.INSTANCE) {
                return conversionTarget.getSimpleType().cast(value.toString());
            }
            return super.getAs(value, conversionTarget);
        }
    }

    /** Lists of strings. */
    public static final class StringArrayType extends DefaultVariableType<String[]> {

        public static final StringArrayType INSTANCE = new StringArrayType();

        private StringArrayType() {
            super(SettingOverwriter::isArray);
        }

        @Override
        public Class<String[]> getSimpleType() {
            return String[].class;
        }

        @Override
        protected VariableValue<String[]> newValue(final String[] v) {
            return new SimpleVariableValue<>(this, v);
        }

        @Override
        protected VariableValue<String[]> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getStringArray(CFG_VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<String[]> v) {
            settings.addStringArray(CFG_VALUE, v.get());
        }

        @Override
        protected void overwrite(final String[] value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            SettingOverwriter.overwrite(config, configKey, value);
        }
    }
}
