package org.scelmo.llm.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.scelmo.llm.lint.Lint;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.Usage;

/**
 * What came of one row.
 *
 * @param name what the row is about
 * @param status how it ended; a refused or truncated answer from the cache is REFUSED or TRUNCATED too, and free
 * @param answer text, served model and fingerprint; empty without an answer. From outside: views escape it
 * @param reason why there is no answer; else empty
 * @param usage tokens paid for this row in this run; none for an answer from the cache
 * @param cost of these, 0 where no price is known
 * @param promptHash mark of what was asked; empty if nothing was
 * @param time when the answer came
 * @param took how long the call for this row took; empty if none was made, or if it went with a batch
 * @param lint what is suspicious about the answer
 */
public record Description(String name, RowStatus status, Optional<TextAnswer> answer, String reason, Usage usage,
    BigDecimal cost, String promptHash, Optional<Instant> time,
    Optional<Duration> took, Set<Lint> lint) {
}
