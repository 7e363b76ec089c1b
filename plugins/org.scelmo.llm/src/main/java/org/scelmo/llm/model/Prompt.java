package org.scelmo.llm.model;

import java.util.Objects;

/**
 * One question to a language model, complete: no placeholder is left in it.
 *
 * @param system what the model is told about its role; empty for none
 * @param user the question itself, not empty
 */
public record Prompt(String system, String user) {

    public Prompt {
        Objects.requireNonNull(system, "system");
        if (user.isEmpty()) {
            throw new IllegalArgumentException("A prompt needs a text.");
        }
    }

    /** @return a question without a system message */
    public static Prompt of(final String user) {
        return new Prompt("", user);
    }
}
