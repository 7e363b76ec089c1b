package org.scelmo.llm.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.scelmo.llm.model.Usage;

/**
 * How a question ended for one row.
 *
 * @param <A> an answer
 * @param status {@code OK}, {@code CACHED}, {@code EMPTY}, {@code ERROR}, {@code WAITING} or {@code SKIPPED_BUDGET}
 * @param answer null if there is none
 * @param reason why there is none; else empty
 * @param usage paid for this row, now
 * @param cost of that
 * @param hash of the question; empty if there was none
 * @param time when the answer came; null if there is none
 * @param took how long the call took that brought it; null if none was made for this row
 */
record Outcome<A>(RowStatus status, A answer, String reason, Usage usage, BigDecimal cost, String hash, Instant time,
    Duration took) {

    static <A> Outcome<A> paid(final A answer, final Usage usage, final BigDecimal cost, final String hash,
        final Instant time, final Duration took) {
        return new Outcome<>(RowStatus.OK, answer, "", usage, cost, hash, time, took);
    }

    static <A> Outcome<A> cached(final A answer, final String hash, final Instant time) {
        return new Outcome<>(RowStatus.CACHED, answer, "", Usage.NONE, BigDecimal.ZERO, hash, time, null);
    }

    static <A> Outcome<A> error(final String reason, final String hash) {
        return new Outcome<>(RowStatus.ERROR, null, reason, Usage.NONE, BigDecimal.ZERO, hash, null, null);
    }

    static <A> Outcome<A> unable(final Row<?> row) {
        return new Outcome<>(row.mark(), null, row.problem(), Usage.NONE, BigDecimal.ZERO, "", null, null);
    }

    static <A> Outcome<A> waiting(final String reason, final String hash) {
        return new Outcome<>(RowStatus.WAITING, null, reason, Usage.NONE, BigDecimal.ZERO, hash, null, null);
    }

    static <A> Outcome<A> skipped(final String hash) {
        return new Outcome<>(RowStatus.SKIPPED_BUDGET, null, "The limit of money, tokens or requests was reached.",
            Usage.NONE, BigDecimal.ZERO, hash, null, null);
    }

    /** The same for a row that only repeats the question: nothing is paid for it. */
    Outcome<A> repeated() {
        return status == RowStatus.OK ? cached(answer, hash, time)
            : new Outcome<>(status, answer, reason, Usage.NONE, BigDecimal.ZERO, hash, time, null);
    }

    /** The same for an answer that was of no use, but paid for. */
    Outcome<A> charged(final Usage paid, final BigDecimal money) {
        return new Outcome<>(status, answer, reason, paid, money, hash, time, took);
    }
}
