package org.scelmo.core.anndata;

/**
 * One annotation of cells or genes. Immutable; the accessors return the arrays themselves. Missing entries are told by
 * {@link #isMissing(int)} alone: what an accessor holds there is arbitrary.
 */
public sealed interface Column permits StringColumn, CategoricalColumn, IntegerColumn, RealColumn, BooleanColumn {

    /** @return number of entries */
    int size();

    /** @return whether the entry is missing (NaN in a real column, code −1 in a categorical one, masked otherwise) */
    boolean isMissing(int row);

    /** @return the entry as text, or null if it is missing; numbers in Java's shortest form */
    String text(int row);

    /** @return number of missing entries */
    default int missingCount() {
        int n = 0;
        for (int i = 0; i < size(); i++) {
            if (isMissing(i)) {
                n++;
            }
        }
        return n;
    }
}
