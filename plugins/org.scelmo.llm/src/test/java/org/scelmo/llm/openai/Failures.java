package org.scelmo.llm.openai;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.scelmo.llm.model.ModelException;

/** Why an answer did not come. */
final class Failures {

    private static final long LONGEST_SECONDS = 60;

    private Failures() {
    }

    static ModelException of(final CompletableFuture<?> answer) {
        final var e = assertThrows(ExecutionException.class, () -> answer.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        return assertInstanceOf(ModelException.class, e.getCause());
    }
}
