package org.scelmo.llm.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.model.Usage;

/**
 * What came of one row.
 *
 * @param name what the row is about
 * @param status OK, CACHED, TRUNCATED (the text was cut before it was embedded), EMPTY (nothing to embed: a zero
 *            vector, if wanted, is the caller's to make once the dimensions are known), ERROR or SKIPPED_BUDGET
 * @param answer vector and served model; empty without one
 * @param reason why there is no vector; else empty
 * @param usage tokens paid for this row in this run
 * @param cost of these, 0 where no price is known
 * @param textHash mark of the text as embedded; empty if there was none
 * @param time when the vector came
 */
public record Embedded(String name, RowStatus status, Optional<VectorAnswer> answer, String reason, Usage usage,
    BigDecimal cost, String textHash, Optional<Instant> time) {
}
