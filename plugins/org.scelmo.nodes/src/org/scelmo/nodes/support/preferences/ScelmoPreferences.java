package org.scelmo.nodes.support.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.scelmo.core.ScelmoException;

/**
 * What holds where a node's own settings do not say otherwise. A system property comes first, as <tt>knime.ini</tt> may
 * set it for an executor; then an environment variable; then KNIME's preferences; else the default. Works without a
 * user interface, and where there are no preferences.
 */
public final class ScelmoPreferences {

    /** The node of KNIME's preferences. */
    public static final String NODE = "org.scelmo.nodes";

    /** What the adaptor may take at least, in MB. */
    public static final long LEAST_MEMORY = 64;

    private static final long MOST_MEMORY = Long.MAX_VALUE >> 20;

    private final UnaryOperator<String> m_properties;

    private final UnaryOperator<String> m_environment;

    private final Function<Preference, String> m_stored;

    /**
     * @param properties values of system properties, null where not set
     * @param environment values of environment variables, null where not set
     * @param stored values of KNIME's preferences, null where not set
     */
    ScelmoPreferences(final UnaryOperator<String> properties, final UnaryOperator<String> environment,
        final Function<Preference, String> stored) {
        m_properties = properties;
        m_environment = environment;
        m_stored = stored;
    }

    /** @return those of this process; a change is seen by the next call of a method */
    public static ScelmoPreferences current() {
        return new ScelmoPreferences(System::getProperty, System::getenv, ScelmoPreferences::stored);
    }

    private static String stored(final Preference preference) {
        try {
            return StoredPreferences.get(preference);
        } catch (final NoClassDefFoundError e) { // NOSONAR the embedded KNIME has no preferences
            return null;
        }
    }

    /**
     * @return the folder of the common answer cache, which may not exist yet; by default {@code .scelmo} in the home
     * @throws ScelmoException if what is set is no path
     */
    public Path answerFolder() {
        return value(Preference.ANSWER_FOLDER).map(v -> {
            try {
                return Path.of(v.text());
            } catch (final InvalidPathException e) {
                throw v.refused(e, "the path of a folder");
            }
        }).orElseGet(() -> Path.of(m_properties.apply("user.home"), ".scelmo"));
    }

    /**
     * @return what the adaptor is to compute on; auto by default
     * @throws ScelmoException if what is set is no device
     */
    public ComputeDevice device() {
        return value(Preference.DEVICE).map(v -> {
            try {
                return ComputeDevice.valueOf(v.text().toUpperCase(Locale.ROOT));
            } catch (final IllegalArgumentException e) {
                throw v.refused(e, "auto, cpu or cuda");
            }
        }).orElse(ComputeDevice.AUTO);
    }

    /**
     * @return how many bytes outside Java's heap the adaptor may take; empty if nothing is set
     * @throws ScelmoException if what is set is no number of MB from {@link #LEAST_MEMORY} on
     */
    public OptionalLong memoryBytes() {
        final var value = value(Preference.MEMORY);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bytes(value.get()));
    }

    private static long bytes(final Value value) {
        try {
            final long megabytes = Long.parseLong(value.text());
            if (megabytes >= LEAST_MEMORY && megabytes <= MOST_MEMORY) {
                return megabytes << 20;
            }
        } catch (final NumberFormatException e) {
            throw value.refused(e, "a number of MB");
        }
        throw value.refused(null, "a number of MB from %d on".formatted(LEAST_MEMORY));
    }

    private Optional<Value> value(final Preference preference) {
        return Stream.of(
            new Value(m_properties.apply(preference.property()), "system property " + preference.property()),
            new Value(m_environment.apply(preference.variable()), "environment variable " + preference.variable()),
            new Value(m_stored.apply(preference), "preference %s/%s".formatted(NODE, preference.key())))
            .filter(v -> v.given() != null && !v.given().isBlank()).findFirst();
    }

    /** What is set, and where. */
    private record Value(String given, String origin) {

        String text() {
            return given.strip();
        }

        ScelmoException refused(final Throwable cause, final String wanted) {
            return new ScelmoException(cause, "The %s is '%s', which is not %s.".formatted(origin, text(), wanted),
                "Set it to %s, or remove it.".formatted(wanted));
        }
    }
}
