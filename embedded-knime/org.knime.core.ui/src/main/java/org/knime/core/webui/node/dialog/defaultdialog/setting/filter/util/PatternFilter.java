package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/** Selects names by a pattern that the whole name must match. */
public class PatternFilter implements Persistable {

    /** The pattern; an empty one matches no name. */
    public String m_pattern = ""; // NOSONAR a persisted field

    /** Whether case counts. */
    public boolean m_isCaseSensitive; // NOSONAR a persisted field

    /** Whether names that do not match are selected instead. */
    public boolean m_isInverted; // NOSONAR a persisted field

    /** Selects nothing. */
    public PatternFilter() {
        super();
    }

    /**
     * @param mode kind of the pattern
     * @param choices names
     * @return the selected ones
     */
    public String[] getSelected(final PatternMode mode, final String[] choices) {
        return Stream.of(choices).filter(getIsSelectedPredicate(mode)).toArray(String[]::new);
    }

    /**
     * @param mode kind of the pattern
     * @return tells whether a name is selected
     */
    public Predicate<String> getIsSelectedPredicate(final PatternMode mode) {
        final Predicate<String> matches = m_pattern.isEmpty() ? name -> false : compile(mode).asPredicate();
        return m_isInverted ? matches.negate() : matches;
    }

    private Pattern compile(final PatternMode mode) {
        // as in KNIME, each end belongs to the alternative it stands at: a|b also finds "ax" and "xb"
        final var expression = mode == PatternMode.REGEX ? "^" + m_pattern + "$" : wildcardToRegex(m_pattern);
        return Pattern.compile(expression, m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String wildcardToRegex(final String wildcard) {
        final var regex = new StringBuilder("(?s)^");
        for (final var c : wildcard.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append('$').toString();
    }

    /** Kind of a pattern. */
    public enum PatternMode {
            /** A regular expression. */
            REGEX,
            /** With * for any characters and ? for one. */
            WILDCARD;
    }
}
