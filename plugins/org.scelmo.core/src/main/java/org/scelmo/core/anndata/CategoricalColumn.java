package org.scelmo.core.anndata;

import java.util.List;

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
