package org.scelmo.nodes.visualization.embeddingplot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;

/**
 * An annotation of cells as the page needs it: a number per cell, either the value or the position of a category.
 *
 * @param categories in order; null if the annotation is numeric
 * @param counts number of cells of each category; null if numeric
 * @param missing number of cells without a value
 * @param values one per cell; NaN (numeric) or {@value #NO_CATEGORY} where missing
 */
record CellColors(List<String> categories, int[] counts, int missing, float[] values) {

    /** Code of cells without a category: the last of 16 bits. */
    static final int NO_CATEGORY = 0xffff;

    /** @throws ScelmoException if there are more categories than codes */
    static CellColors of(final String name, final Column column) {
        if (column instanceof RealColumn || column instanceof IntegerColumn) {
            return new CellColors(null, null, column.missingCount(), numbers(column));
        }
        final var groups = Groups.of(column);
        if (groups.count() >= NO_CATEGORY) {
            throw new ScelmoException("The annotation '%s' has %,d different values, too many to color by."
                .formatted(name, groups.count()), "Choose another annotation.");
        }
        final var codes = new float[column.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = groups.of()[i] < 0 ? NO_CATEGORY : groups.of()[i];
        }
        final var sizes = groups.sizes();
        return new CellColors(groups.names(), sizes, column.size() - Arrays.stream(sizes).sum(), codes);
    }

    private static float[] numbers(final Column column) {
        final var values = new float[column.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = number(column, i));
        return values;
    }

    private static float number(final Column column, final int cell) {
        if (column.isMissing(cell)) {
            return Float.NaN;
        }
        return column instanceof IntegerColumn whole ? whole.values()[cell]
            : (float)((RealColumn)column).values()[cell];
    }
}
