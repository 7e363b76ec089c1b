package org.scelmo.llm.run;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Maps futures so that canceling the mapped one cancels the call behind it, which {@code thenApply} does not. */
final class Cancelable {

    private Cancelable() {
    }

    static <A, B> CompletableFuture<B> map(final CompletableFuture<A> call, final Function<A, B> map) {
        final var mapped = call.thenApply(map);
        mapped.whenComplete((answer, failure) -> {
            if (mapped.isCancelled()) {
                call.cancel(true);
            }
        });
        return mapped;
    }
}
