package org.scelmo.embedded.runner.builtin;

import java.util.Map;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * A column of the Table Creator.
 *
 * @param spec name and type
 * @param values the values as text, {@code null} where missing
 * @param parser makes cells of them
 */
record TypedColumn(DataColumnSpec spec, String[] values, Function<String, DataCell> parser) {

    private static final Map<DataType, Function<String, DataCell>> PARSERS = Map.of( //
        StringCell.TYPE, StringCell::new, //
        DoubleCell.TYPE, text -> new DoubleCell(Double.parseDouble(text)), //
        IntCell.TYPE, text -> new IntCell(Integer.parseInt(text)), //
        LongCell.TYPE, text -> new LongCell(Long.parseLong(text)), //
        BooleanCell.TYPE, TypedColumn::parseBoolean);

    static TypedColumn of(final String name, final DataType type, final String[] values)
        throws InvalidSettingsException {
        final var parser = PARSERS.get(type);
        if (parser == null) {
            throw new InvalidSettingsException(("The column \"%s\" has the type %s; here a table can be created with "
                + "strings, numbers and booleans").formatted(name, type.getName()));
        }
        final var column = new TypedColumn(new DataColumnSpecCreator(name, type).createSpec(), values, parser);
        for (var row = 0; row < column.values.length; row++) {
            column.check(row);
        }
        return column;
    }

    /** @return the cell of a row, missing behind the last value */
    DataCell cell(final long row) {
        final var text = row < values.length ? values[(int)row] : null;
        return text == null ? DataType.getMissingCell() : parser.apply(text);
    }

    private void check(final int row) throws InvalidSettingsException {
        try {
            cell(row);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("\"%s\" in column \"%s\", row %d is no %s".formatted(values[row],
                spec.getName(), row + 1, spec.getType().getName()), e);
        }
    }

    private static DataCell parseBoolean(final String text) {
        if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text) ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
