package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

import org.scelmo.core.Progress;
import org.scelmo.core.parallel.Workers;

/** Splits indices into one range per thread. */
final class Ranges {

    private Ranges() {
    }

    /** What is done with a range. */
    @FunctionalInterface
    interface Work {
        void run(int from, int to);
    }

    /** Runs the work on all of 0 to {@code count} and waits for it. */
    static void run(final Workers workers, final int threads, final int count, final Progress progress,
        final Work work) throws IOException {
        final List<Future<Void>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            final int from = (int)((long)count * t / threads);
            final int to = (int)((long)count * (t + 1) / threads);
            tasks.add(workers.submit(() -> {
                work.run(from, to);
                return null;
            }));
        }
        for (final var task : tasks) {
            Workers.await(task, progress);
        }
    }
}
