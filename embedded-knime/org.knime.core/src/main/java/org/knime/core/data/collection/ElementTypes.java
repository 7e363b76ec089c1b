package org.knime.core.data.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataType;

/** The type that all elements of a collection are kinds of. */
final class ElementTypes {

    private ElementTypes() {
    }

    /** @return the common type of the cells; that of missing cells if there are no others */
    static DataType of(final Collection<? extends DataCell> cells) {
        DataType type = null;
        for (final var cell : cells) {
            if (!cell.isMissing()) {
                final var other = cell.getType();
                type = type == null || type.equals(other) ? other : DataType.getCommonSuperType(type, other);
            }
        }
        return type == null ? DataType.getMissingCell().getType() : type;
    }

    static void write(final Collection<DataCell> cells, final DataCellDataOutput output) throws IOException {
        output.writeInt(cells.size());
        for (final var cell : cells) {
            output.writeDataCell(cell);
        }
    }

    static List<DataCell> read(final DataCellDataInput input) throws IOException {
        final var size = input.readInt();
        final var cells = new ArrayList<DataCell>();
        for (var i = 0; i < size; i++) {
            cells.add(input.readDataCell());
        }
        return cells;
    }
}
