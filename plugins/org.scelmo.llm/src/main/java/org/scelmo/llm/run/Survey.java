package org.scelmo.llm.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;

import org.scelmo.core.Progress;

/**
 * What a run would have to ask.
 *
 * @param rows all, with those that cannot ask
 * @param prompts different questions of these
 * @param unique questions whose answer is not known
 * @param tokens of these
 */
record Survey(long rows, long prompts, long unique, long tokens) {

    private static final int CHUNK = 512;

    static <Q> Survey of(final Desk<Q, ?> desk, final Iterator<Row<Q>> rows, final Progress progress) {
        final var seen = new HashSet<String>();
        long count = 0;
        long unique = 0;
        long tokens = 0;
        while (rows.hasNext()) {
            progress.checkCanceled();
            final var questions = new HashMap<String, Q>();
            for (int i = 0; i < CHUNK && rows.hasNext(); i++) {
                final var row = rows.next();
                count++;
                row.question().ifPresent(q -> {
                    final var hash = desk.hash(q);
                    if (seen.add(hash)) {
                        questions.put(hash, q);
                    }
                });
            }
            questions.keySet().removeAll(desk.known(questions.keySet()).found().keySet());
            unique += questions.size();
            tokens += questions.values().stream().mapToLong(desk::tokens).sum();
        }
        return new Survey(count, seen.size(), unique, tokens);
    }
}
