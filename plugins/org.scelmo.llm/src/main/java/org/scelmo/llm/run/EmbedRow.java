package org.scelmo.llm.run;

import java.util.Objects;
import java.util.Optional;

import org.scelmo.core.ScelmoException;

/**
 * A row to be embedded.
 *
 * @param name what the text is about
 * @param text as it is, not cleaned; empty if the row has none (a missing value, an error before)
 * @param problem why it has none; else empty
 */
public record EmbedRow(String name, Optional<String> text, String problem) {

    public EmbedRow {
        Objects.requireNonNull(name, "name");
    }

    /** @return a row with a text, which may be empty */
    public static EmbedRow of(final String name, final String text) {
        return new EmbedRow(name, Optional.of(text), "");
    }

    /** @return a row without a text */
    public static EmbedRow unable(final String name, final ScelmoException why) {
        return new EmbedRow(name, Optional.empty(), why.getMessage());
    }
}
