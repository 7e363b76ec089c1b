package org.scelmo.llm.openai;

import java.util.Optional;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.TextAnswer;

/**
 * What became of one prompt of a batch: an answer or a reason, never both.
 *
 * @param answer empty if there is none
 * @param failure why there is none
 */
public record BatchRow(Optional<TextAnswer> answer, Optional<ModelException> failure) {

    static BatchRow of(final TextAnswer answer) {
        return new BatchRow(Optional.of(answer), Optional.empty());
    }

    static BatchRow of(final ModelException failure) {
        return new BatchRow(Optional.empty(), Optional.of(failure));
    }
}
