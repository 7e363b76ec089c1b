package org.scelmo.llm.cost;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What may be spent at most.
 *
 * @param money in the currency of the prices; empty for no limit
 * @param tokens input and output together
 * @param requests sent, whether answered or not
 */
public record Limits(Optional<BigDecimal> money, long tokens, long requests) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(Optional.empty(), Long.MAX_VALUE, Long.MAX_VALUE);

    public Limits {
        if (money.filter(m -> m.signum() < 0).isPresent() || tokens < 0 || requests < 0) {
            throw new IllegalArgumentException("A limit cannot be negative.");
        }
    }
}
