package org.scelmo.core.anndata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Some rows of a frame as a frame of its own. */
final class FrameSelection {

    private FrameSelection() {
    }

    static Frame of(final Frame frame, final int[] rows) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        frame.columns().forEach((name, column) -> columns.put(name, of(column, rows)));
        return new Frame(strings(frame.index(), rows), columns);
    }

    private static Column of(final Column column, final int[] rows) {
        if (column instanceof StringColumn c) {
            return new StringColumn(strings(c.values(), rows));
        } else if (column instanceof CategoricalColumn c) {
            return c.select(rows);
        } else if (column instanceof IntegerColumn c) {
            return new IntegerColumn(IntStream.of(rows).mapToLong(i -> c.values()[i]).toArray(),
                booleans(c.missing(), rows));
        } else if (column instanceof RealColumn c) {
            return new RealColumn(IntStream.of(rows).mapToDouble(i -> c.values()[i]).toArray());
        }
        final var c = (BooleanColumn)column;
        return new BooleanColumn(booleans(c.values(), rows), booleans(c.missing(), rows));
    }

    private static String[] strings(final String[] values, final int[] rows) {
        return IntStream.of(rows).mapToObj(i -> values[i]).toArray(String[]::new);
    }

    private static boolean[] booleans(final boolean[] values, final int[] rows) {
        if (values == null) {
            return null;
        }
        final var selected = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return selected;
    }
}
