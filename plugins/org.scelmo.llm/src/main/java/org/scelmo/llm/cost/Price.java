package org.scelmo.llm.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.scelmo.llm.model.Usage;

/**
 * What a model costs, in US dollars (or whatever the user's own table counts in).
 *
 * @param model name as the provider spells it
 * @param inputPerMillion for a million tokens of prompts or texts
 * @param outputPerMillion for a million tokens of answers; 0 for vectors
 * @param batchFactor share of these prices that a batch request costs, such as 0.5
 * @param asOf when the price was looked up
 * @param note where, and what to know
 */
public record Price(String model, BigDecimal inputPerMillion, BigDecimal outputPerMillion, BigDecimal batchFactor,
    LocalDate asOf, String note) {

    private static final int MILLION = 6;

    public Price {
        if (inputPerMillion.signum() < 0 || outputPerMillion.signum() < 0 || batchFactor.signum() < 0) {
            throw new IllegalArgumentException("The price of " + model + " is negative.");
        }
    }

    /** @return the price of a model that costs nothing, such as one in this process */
    public static Price free(final String model) {
        return new Price(model, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, LocalDate.EPOCH, "runs on this machine");
    }

    /** @return what these tokens cost, exactly */
    public BigDecimal of(final Usage usage) {
        return inputPerMillion.multiply(BigDecimal.valueOf(usage.inputTokens()))
            .add(outputPerMillion.multiply(BigDecimal.valueOf(usage.outputTokens()))).movePointLeft(MILLION);
    }

    /** @return the same model asked by batch */
    public Price batch() {
        return new Price(model, inputPerMillion.multiply(batchFactor), outputPerMillion.multiply(batchFactor),
            BigDecimal.ONE, asOf, note);
    }
}
