package org.scelmo.core.anndata;

/**
 * Truth values.
 *
 * @param values the values
 * @param missing true where missing, or null if none is
 */
public record BooleanColumn(boolean[] values, boolean[] missing) implements Column {

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
        return isMissing(row) ? null : Boolean.toString(values[row]);
    }
}
