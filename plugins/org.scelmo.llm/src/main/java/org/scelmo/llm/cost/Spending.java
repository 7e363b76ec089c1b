package org.scelmo.llm.cost;

import java.math.BigDecimal;

import org.scelmo.llm.model.Usage;

/**
 * What was spent.
 *
 * @param money in the currency of the prices; 0 where no price is known
 * @param usage tokens
 * @param requests sent
 */
public record Spending(BigDecimal money, Usage usage, long requests) {

    /** Nothing. */
    public static final Spending NOTHING = new Spending(BigDecimal.ZERO, Usage.NONE, 0);

    Spending plus(final Spending other) {
        return new Spending(money.add(other.money), usage.plus(other.usage), requests + other.requests);
    }

    Spending minus(final Spending other) {
        return new Spending(money.subtract(other.money),
            usage.plus(new Usage(-other.usage.inputTokens(), -other.usage.outputTokens())), requests - other.requests);
    }

    boolean within(final Limits limits) {
        return limits.money().map(m -> money.compareTo(m) <= 0).orElse(true)
            && usage.inputTokens() + usage.outputTokens() <= limits.tokens() && requests <= limits.requests();
    }
}
