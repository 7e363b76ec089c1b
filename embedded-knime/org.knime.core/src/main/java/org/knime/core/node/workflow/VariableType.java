package org.knime.core.node.workflow;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

import org.knime.core.node.config.Config;

/**
 * The type of a flow variable.
 *
 * @param <T> the type of its values
 */
public abstract class VariableType<T> {

    VariableType() {
    }

    public abstract Class<T> getSimpleType();

    /**
     * Whether a setting can be overwritten by variables of this type.
     *
     * @param config the settings
     * @param configKey the key of the setting
     * @return true if the setting is of a fitting type
     */
    protected abstract boolean canOverwrite(Config config, String configKey);

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

    /** Text. */
    public static final class StringType extends DefaultVariableType<String> {

        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super((config, key) -> SettingOverwriter.isOf(config, key,
                "xboolean", "xchar", "xstring", "xtransientstring"));
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }
    }

    /** Floating point numbers. */
    public static final class DoubleType extends DefaultVariableType<Double> {

        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super((config, key) -> SettingOverwriter.isOf(config, key,
                "xfloat", "xdouble", "xstring", "xtransientstring"));
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
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

    /** 32-bit integers. */
    public static final class IntType extends DefaultVariableType<Integer> {

        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super((config, key) -> SettingOverwriter.isOf(config, key,
                "xbyte", "xshort", "xint", "xlong", "xfloat", "xdouble", "xstring", "xtransientstring"));
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
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

    /** 64-bit integers. */
    public static final class LongType extends DefaultVariableType<Long> {

        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super((config, key) -> SettingOverwriter.isOf(config, key,
                "xlong", "xfloat", "xdouble", "xstring", "xtransientstring"));
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
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

    /** True or false. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {

        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super((config, key) -> SettingOverwriter.isOf(config, key,
                "xboolean", "xstring", "xtransientstring"));
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
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

    /** Lists of text. */
    public static final class StringArrayType extends DefaultVariableType<String[]> {

        public static final StringArrayType INSTANCE = new StringArrayType();

        private StringArrayType() {
            super(SettingOverwriter::isStringArray);
        }

        @Override
        public Class<String[]> getSimpleType() {
            return String[].class;
        }
    }

    /** Credentials; no setting takes them. */
    public static final class CredentialsType extends VariableType<CredentialsStore.CredentialsFlowVariableValue> {

        /** The type. */
        public static final CredentialsType INSTANCE = new CredentialsType();

        private CredentialsType() {
            // one for all
        }

        @Override
        public Class<CredentialsStore.CredentialsFlowVariableValue> getSimpleType() {
            return CredentialsStore.CredentialsFlowVariableValue.class;
        }

        @Override
        protected boolean canOverwrite(final Config config, final String configKey) {
            return false;
        }
    }
}
