package org.scelmo.core.anndata;

/**
 * Whole numbers of any width up to 64 bits.
 *
 * @param values the numbers
 * @param missing true where missing, or null if none is
 */
public record IntegerColumn(long[] values, boolean[] missing) implements Column {

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return missing != null && missing[row];
    }

    @Override
    public String text(final int row) {
        return isMissing(row) ? null : Long.toString(values[row]);
    }
}
