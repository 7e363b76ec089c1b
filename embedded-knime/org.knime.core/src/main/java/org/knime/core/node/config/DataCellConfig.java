package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/** Cells in settings: the cell's class under "datacell" and its value in a nested config named after the class. */
final class DataCellConfig {

    private static final String CFG_CELL = "datacell";

    private DataCellConfig() {
    }

    static void save(final Config config, final DataCell cell) {
        if (cell == null) {
            config.addString(CFG_CELL, null);
            return;
        }
        final var name = cell.getClass().getName();
        config.addString(CFG_CELL, name);
        final var value = config.addConfig(name);
        if (cell instanceof StringCell string) {
            value.addString("StringCell", string.getStringValue());
        } else if (cell instanceof BooleanCell bool) {
            value.addBoolean("BooleanCell", bool.getBooleanValue());
        } else if (cell instanceof IntCell integer) {
            value.addInt("IntCell", integer.getIntValue());
        } else if (cell instanceof LongCell number) {
            value.addLong("LongCell", number.getLongValue());
        } else if (cell instanceof DoubleCell number) {
            value.addDouble("DoubleCell", number.getDoubleValue());
        } else if (cell instanceof MissingCell missing) {
            value.addString("MissingCell", missing.getError());
        } else {
            throw new IllegalArgumentException("Cells of " + name + " cannot be kept in settings.");
        }
    }

    static DataCell load(final ConfigRO config) throws InvalidSettingsException {
        final var name = config.getString(CFG_CELL);
        if (name == null) {
            return null;
        }
        final var value = config.getConfig(name);
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "StringCell":
                return new StringCell(value.getString("StringCell"));
            case "BooleanCell":
                return BooleanCell.BooleanCellFactory.create(value.getBoolean("BooleanCell"));
            case "IntCell":
                return new IntCell(value.getInt("IntCell"));
            case "LongCell":
                return new LongCell(value.getLong("LongCell"));
            case "DoubleCell":
                return new DoubleCell(value.getDouble("DoubleCell"));
            case "MissingCell":
                return new MissingCell(value.getString("MissingCell", null));
            default:
                throw new InvalidSettingsException("Cells of type \"" + name + "\" cannot be read from settings.");
        }
    }

    static void saveAll(final Config config, final DataCell[] cells) {
        if (cells != null) {
            config.addInt("array-size", cells.length);
            for (var i = 0; i < cells.length; i++) {
                config.addDataCell(Integer.toString(i), cells[i]);
            }
        }
    }

    static DataCell[] loadAll(final ConfigRO config) throws InvalidSettingsException {
        final var length = config.getInt("array-size", -1);
        if (length < 0) {
            return null;
        }
        final var cells = new DataCell[length];
        for (var i = 0; i < length; i++) {
            cells[i] = config.getDataCell(Integer.toString(i));
        }
        return cells;
    }
}
