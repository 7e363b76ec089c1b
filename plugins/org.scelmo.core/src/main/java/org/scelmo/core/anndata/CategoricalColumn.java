package org.scelmo.core.anndata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values from a fixed list, as pandas' {@code Categorical}.
 *
 * @param codes index into the categories, −1 where missing
 * @param categories the possible values in their order, without duplicates
 * @param ordered whether the order means something
 */
public record CategoricalColumn(int[] codes, List<String> categories, boolean ordered) implements Column {

    public CategoricalColumn {
        categories = List.copyOf(categories);
    }

    /** @return these rows; categories that none of them has are left out, as anndata does */
    CategoricalColumn select(final int[] rows) {
        final var used = new boolean[categories.size()];
        IntStream.of(rows).filter(row -> codes[row] >= 0).forEach(row -> used[codes[row]] = true);
        final var position = new int[used.length];
        final var kept = new ArrayList<String>();
        for (int c = 0; c < used.length; c++) {
            position[c] = kept.size();
            if (used[c]) {
                kept.add(categories.get(c));
            }
        }
        return new CategoricalColumn(IntStream.of(rows).map(row -> codes[row] < 0 ? -1 : position[codes[row]]).toArray(),
            kept, ordered);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return codes[row] < 0;
    }

    @Override
    public String text(final int row) {
        return codes[row] < 0 ? null : categories.get(codes[row]);
    }
}
