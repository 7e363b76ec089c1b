package org.scelmo.core.anndata;

/**
 * Real numbers.
 *
 * @param values NaN where missing
 */
public record RealColumn(double[] values) implements Column {

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(final int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String text(final int row) {
        return isMissing(row) ? null : Double.toString(values[row]);
    }
}
