package org.scelmo.nodes.preprocessing.hvg;

import java.util.HashMap;
import java.util.Map;

import org.scelmo.core.anndata.Column;

/**
 * Cells by batch.
 *
 * @param codes batch of each cell from 0, −1 where missing
 * @param count number of batches that have cells
 */
record Batches(int[] codes, int count) {

    static Batches of(final Column column) {
        final Map<String, Integer> numbers = new HashMap<>();
        final var codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            final var value = column.text(i);
            if (value != null) {
                numbers.putIfAbsent(value, numbers.size());
            }
            codes[i] = value == null ? -1 : numbers.get(value);
        }
        return new Batches(codes, numbers.size());
    }

    int missing() {
        int missing = 0;
        for (final int code : codes) {
            missing += code < 0 ? 1 : 0;
        }
        return missing;
    }
}
