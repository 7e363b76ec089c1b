package org.scelmo.nodes.port;

import java.util.List;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;

/**
 * What is known of an obs or var column before the data are read.
 *
 * @param name its name
 * @param kind what it holds
 * @param categories its possible values, if categorical and known; the first {@value #MAX_CATEGORIES} of them
 */
public record ColumnOutline(String name, Kind kind, List<String> categories) {

    /** What a column holds; constants are stored by name. */
    public enum Kind {
            /** Free text. */
            STRING,
            /** One of a list of values. */
            CATEGORICAL,
            /** Whole numbers. */
            INTEGER,
            /** Real numbers. */
            REAL,
            /** Truth values. */
            BOOLEAN;

        /** @return whether the values can serve as labels */
        public boolean isLabel() {
            return this != REAL;
        }
    }

    static final int MAX_CATEGORIES = 200;

    public ColumnOutline {
        categories = List.copyOf(categories.subList(0, Math.min(MAX_CATEGORIES, categories.size())));
    }

    /** @return the outline of the column */
    public static ColumnOutline of(final String name, final Column column) {
        if (column instanceof CategoricalColumn c) {
            return new ColumnOutline(name, Kind.CATEGORICAL, c.categories());
        } else if (column instanceof IntegerColumn) {
            return new ColumnOutline(name, Kind.INTEGER, List.of());
        } else if (column instanceof RealColumn) {
            return new ColumnOutline(name, Kind.REAL, List.of());
        } else if (column instanceof BooleanColumn) {
            return new ColumnOutline(name, Kind.BOOLEAN, List.of());
        }
        return new ColumnOutline(name, Kind.STRING, List.of());
    }
}
