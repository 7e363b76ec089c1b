package org.scelmo.llm.run;

import java.util.Objects;
import java.util.Optional;

import org.scelmo.core.ScelmoException;
import org.scelmo.llm.model.Prompt;

/**
 * A row to be described.
 *
 * @param name what it is about
 * @param prompt what it asks; empty if the row cannot ask
 * @param problem why it cannot; else empty
 */
public record DescribeRow(String name, Optional<Prompt> prompt, String problem) {

    public DescribeRow {
        Objects.requireNonNull(name, "name");
    }

    /** @return a row that asks */
    public static DescribeRow asking(final String name, final Prompt prompt) {
        return new DescribeRow(name, Optional.of(prompt), "");
    }

    /** @return a row that cannot ask, such as one with a missing value; {@code name} may be empty */
    public static DescribeRow unable(final String name, final ScelmoException why) {
        return new DescribeRow(name, Optional.empty(), why.getMessage());
    }
}
