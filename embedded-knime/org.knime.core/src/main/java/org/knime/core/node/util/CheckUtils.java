package org.knime.core.node.util;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;

/** Checks that throw. */
public final class CheckUtils {

    private CheckUtils() {
    }

    public static void checkSetting(final boolean predicate, final String templateMsg, final Object... templateArgs)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(String.format(templateMsg, templateArgs));
        }
    }

    public static <T> T checkSettingNotNull(final T object, final String templateMsg, final Object... templateArgs)
        throws InvalidSettingsException {
        checkSetting(object != null, templateMsg, templateArgs);
        return object;
    }

    public static void checkArgument(final boolean predicate, final String msg) throws IllegalArgumentException {
        if (!predicate) {
            throw new IllegalArgumentException(msg);
        }
    }

    public static void checkArgument(final boolean predicate, final String templateMsg, final Object... templateArgs)
        throws IllegalArgumentException {
        if (!predicate) {
            throw new IllegalArgumentException(String.format(templateMsg, templateArgs));
        }
    }

    public static <T> T checkArgumentNotNull(final T object) throws IllegalArgumentException {
        return checkArgumentNotNull(object, "Argument must not be null.");
    }

    public static <T> T checkArgumentNotNull(final T object, final String templateMsg, final Object... templateArgs)
        throws IllegalArgumentException {
        checkArgument(object != null, templateMsg, templateArgs);
        return object;
    }

    public static <T> T checkNotNull(final T object) throws NullPointerException {
        return Objects.requireNonNull(object);
    }

    public static <T> T checkNotNull(final T object, final String msg) throws NullPointerException {
        return Objects.requireNonNull(object, msg);
    }

    public static void checkState(final boolean predicate, final String msg) throws IllegalStateException {
        if (!predicate) {
            throw new IllegalStateException(msg);
        }
    }

    public static void checkState(final boolean predicate, final String templateMsg, final Object... templateArgs)
        throws IllegalStateException {
        if (!predicate) {
            throw new IllegalStateException(String.format(templateMsg, templateArgs));
        }
    }
}
