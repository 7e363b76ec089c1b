package org.scelmo.llm.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A text with placeholders in braces, such as {@code {name}} or {@code {tissue}}; the word between the braces is the
 * name of a column, exactly as written. A doubled brace stands for one that belongs to the text. Immutable. Line ends
 * become {@code \n}, so that the same template asks the same on every system.
 */
public final class PromptTemplate {

    private final List<Part> m_parts;

    private PromptTemplate(final List<Part> parts) {
        m_parts = parts;
    }

    /** A run of text, or the name of a placeholder. */
    private record Part(String text, boolean placeholder) {
    }

    /**
     * @param template the text; may be empty
     * @return the template, ready to be filled
     * @throws PromptException if a brace has no partner, or nothing is between two of them
     */
    public static PromptTemplate parse(final String template) {
        final var text = template.replace("\r\n", "\n").replace('\r', '\n');
        final var parts = new ArrayList<Part>();
        final var literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            final char c = text.charAt(i);
            final boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                literal.append(c);
                i += 2;
            } else if (c == '{') {
                addLiteral(parts, literal);
                final int end = endOfPlaceholder(text, i);
                parts.add(new Part(text.substring(i + 1, end), true));
                i = end + 1;
            } else if (c == '}') {
                throw unbalanced(text, i, "closes no placeholder");
            } else {
                literal.append(c);
                i++;
            }
        }
        addLiteral(parts, literal);
        return new PromptTemplate(List.copyOf(parts));
    }

    /** @return the names of the placeholders, in order of first appearance */
    public Set<String> placeholders() {
        final var names = new LinkedHashSet<String>();
        m_parts.stream().filter(Part::placeholder).forEach(p -> names.add(p.text()));
        return names;
    }

    /**
     * @param columns what a row will offer
     * @return this
     * @throws PromptException if a placeholder is none of them; proposes the nearest one
     */
    public PromptTemplate check(final Collection<String> columns) {
        for (final var name : placeholders()) {
            if (!columns.contains(name)) {
                throw unknown(name, columns);
            }
        }
        return this;
    }

    /**
     * Fills the placeholders; what is filled in is never read as a template.
     *
     * @param values the value of each placeholder, or null where it is missing
     * @return the text
     * @throws PromptException if a value is missing or blank
     */
    public String render(final Function<String, String> values) {
        final var text = new StringBuilder();
        for (final var part : m_parts) {
            text.append(part.placeholder() ? value(part.text(), values) : part.text());
        }
        return text.toString();
    }

    private static String value(final String name, final Function<String, String> values) {
        final var value = values.apply(name);
        if (value == null || value.isBlank()) {
            throw new PromptException("The value of {%s} is missing.".formatted(name),
                "Fill in the missing value, or leave the row out.", "Remove {%s} from the prompt.".formatted(name));
        }
        return value;
    }

    private static int endOfPlaceholder(final String text, final int open) {
        for (int i = open + 1; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '}') {
                if (i == open + 1) {
                    throw unbalanced(text, open, "holds no column name");
                }
                return i;
            }
            if (c == '{' || c == '\n') {
                break;
            }
        }
        throw unbalanced(text, open, "is never closed");
    }

    private static void addLiteral(final List<Part> parts, final StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString(), false));
            literal.setLength(0);
        }
    }

    private static PromptException unbalanced(final String text, final int at, final String problem) {
        final long line = text.substring(0, at).lines().count();
        final var near = text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 15)).replace('\n', ' ');
        return new PromptException(
            "The brace in line %d of the prompt, near \"%s\", %s.".formatted(Math.max(1, line), near, problem),
            "Write a placeholder as {column name}.", "Write {{ or }} for a brace that belongs to the text.");
    }

    private static PromptException unknown(final String name, final Collection<String> columns) {
        final var message = "The prompt has the placeholder {%s}, but there is no such column.".formatted(name);
        final Optional<String> nearest = NearestName.of(name, columns);
        return nearest.isPresent()
            ? new PromptException(message, "Write {%s} instead.".formatted(nearest.get()),
                "Write {{%s}} if the braces belong to the text.".formatted(name))
            : new PromptException(message, "Use one of: %s.".formatted(some(columns)),
                "Write {{%s}} if the braces belong to the text.".formatted(name));
    }

    private static String some(final Collection<String> columns) {
        final var first = columns.stream().limit(8).map(c -> "{" + c + "}").toList();
        return String.join(", ", first) + (columns.size() > first.size() ? ", …" : "");
    }
}
