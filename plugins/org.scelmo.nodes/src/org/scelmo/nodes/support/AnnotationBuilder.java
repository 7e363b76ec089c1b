package org.scelmo.nodes.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;

/** Makes an annotation of the cells of a table column, set in any order; what is never set is missing. */
public interface AnnotationBuilder {

    /**
     * @param row zero-based
     * @param cell of the column; a missing one leaves the row missing
     */
    void set(int row, DataCell cell);

    /** @return the annotation */
    Column build();

    /**
     * @param column its type tells the kind: whole numbers, numbers, truth values; anything else is text
     * @param rows length of the annotation
     * @return a builder of which all rows are missing
     */
    static AnnotationBuilder of(final DataColumnSpec column, final int rows) {
        return switch (kind(column)) {
            case BOOLEAN -> new Booleans(new boolean[rows], allMissing(rows));
            case INTEGER -> new Integers(new long[rows], allMissing(rows));
            case REAL -> new Reals(new double[rows]);
            default -> new Texts(column, rows);
        };
    }

    /** @return what is known of the annotation before the table is read */
    static ColumnOutline outline(final String name, final DataColumnSpec column) {
        final var kind = kind(column);
        if (kind == Kind.STRING && column.getDomain().hasValues()) {
            return new ColumnOutline(name, Kind.CATEGORICAL,
                column.getDomain().getValues().stream().map(DataCell::toString).toList());
        }
        return new ColumnOutline(name, kind, List.of());
    }

    private static Kind kind(final DataColumnSpec column) {
        final var type = column.getType();
        if (type.isCompatible(BooleanValue.class)) {
            return Kind.BOOLEAN;
        } else if (type.isCompatible(LongValue.class)) {
            return Kind.INTEGER;
        }
        return type.isCompatible(DoubleValue.class) ? Kind.REAL : Kind.STRING;
    }

    private static boolean[] allMissing(final int rows) {
        final var missing = new boolean[rows];
        Arrays.fill(missing, true);
        return missing;
    }

    private static boolean[] orNull(final boolean[] missing) {
        for (final boolean is : missing) {
            if (is) {
                return missing;
            }
        }
        return null; // NOSONAR the columns' sign for "none is missing"
    }

    /** Truth values. */
    record Booleans(boolean[] values, boolean[] missing) implements AnnotationBuilder {
        @Override
        public void set(final int row, final DataCell cell) {
            missing[row] = cell.isMissing();
            values[row] = !cell.isMissing() && ((BooleanValue)cell).getBooleanValue();
        }

        @Override
        public Column build() {
            return new BooleanColumn(values, orNull(missing));
        }
    }

    /** Whole numbers. */
    record Integers(long[] values, boolean[] missing) implements AnnotationBuilder {
        @Override
        public void set(final int row, final DataCell cell) {
            missing[row] = cell.isMissing();
            values[row] = cell.isMissing() ? 0 : ((LongValue)cell).getLongValue();
        }

        @Override
        public Column build() {
            return new IntegerColumn(values, orNull(missing));
        }
    }

    /** Real numbers. */
    record Reals(double[] values) implements AnnotationBuilder {
        public Reals {
            Arrays.fill(values, Double.NaN);
        }

        @Override
        public void set(final int row, final DataCell cell) {
            values[row] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        }

        @Override
        public Column build() {
            return new RealColumn(values);
        }
    }

    /** Text; as in anndata, it becomes categorical if any value occurs more than once. */
    final class Texts implements AnnotationBuilder {

        private final List<String> m_first = new ArrayList<>();

        private final int[] m_codes;

        private final Map<String, Integer> m_values = new HashMap<>();

        private Texts(final DataColumnSpec column, final int rows) {
            if (column.getDomain().hasValues()) {
                column.getDomain().getValues().forEach(value -> m_first.add(value.toString()));
            }
            m_codes = new int[rows];
            Arrays.fill(m_codes, -1);
        }

        @Override
        public void set(final int row, final DataCell cell) {
            m_codes[row] = cell.isMissing() ? -1 : m_values.computeIfAbsent(cell.toString(), v -> m_values.size());
        }

        @Override
        public Column build() {
            final var values = new String[m_values.size()];
            m_values.forEach((value, code) -> values[code] = value);
            final long present = Arrays.stream(m_codes).filter(code -> code >= 0).count();
            if (values.length == present) {
                return new StringColumn(
                    Arrays.stream(m_codes).mapToObj(code -> code < 0 ? null : values[code]).toArray(String[]::new));
            }
            final var categories = ordered();
            final var rank = new HashMap<String, Integer>();
            categories.forEach(category -> rank.put(category, rank.size()));
            return new CategoricalColumn(
                Arrays.stream(m_codes).map(code -> code < 0 ? -1 : rank.get(values[code])).toArray(), categories,
                false);
        }

        /** The values that occur, in the order of the column's domain, then others alphabetically. */
        private List<String> ordered() {
            final var categories = new ArrayList<>(m_first.stream().filter(m_values::containsKey).toList());
            final var known = new HashSet<>(categories);
            m_values.keySet().stream().filter(value -> !known.contains(value)).sorted().forEach(categories::add);
            return categories;
        }
    }
}
