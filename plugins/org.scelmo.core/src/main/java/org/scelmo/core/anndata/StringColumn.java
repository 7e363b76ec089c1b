package org.scelmo.core.anndata;

/**
 * Free text.
 *
 * @param values null where missing
 */
public record StringColumn(String[] values) implements Column {

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return values[row] == null;
    }

    @Override
    public String text(final int row) {
        return values[row];
    }
}
