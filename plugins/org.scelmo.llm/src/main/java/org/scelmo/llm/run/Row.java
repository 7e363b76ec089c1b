package org.scelmo.llm.run;

import java.util.Optional;

/**
 * A row on its way through a run.
 *
 * @param <Q> a question
 * @param name what the row is about
 * @param question what it asks; empty if it cannot ask
 * @param problem why it cannot; else empty
 * @param mark how it ends if it cannot ask (ERROR or EMPTY); TRUNCATED if its question was cut; else OK
 */
record Row<Q>(String name, Optional<Q> question, String problem, RowStatus mark) {

    static <Q> Row<Q> of(final String name, final Optional<Q> question, final String problem) {
        return new Row<>(name, question, problem, question.isPresent() ? RowStatus.OK : RowStatus.ERROR);
    }
}
