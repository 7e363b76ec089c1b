package org.scelmo.core.io.overview;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.CategoricalColumn;

/**
 * The most frequent categories of an annotation.
 *
 * @param values their names, most frequent first; of equally frequent ones the first of the list
 * @param counts how often each occurs
 */
record FrequentValues(List<String> values, List<Long> counts) {

    static final FrequentValues NONE = new FrequentValues(List.of(), List.of());

    private static final int SHOWN = 12;

    static FrequentValues of(final CategoricalColumn column) {
        final var counts = new long[column.categories().size()];
        for (final int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        final var order = IntStream.range(0, counts.length).boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -counts[i])).limit(SHOWN).toList();
        return new FrequentValues(order.stream().map(column.categories()::get).toList(),
            order.stream().map(i -> counts[i]).toList());
    }
}
