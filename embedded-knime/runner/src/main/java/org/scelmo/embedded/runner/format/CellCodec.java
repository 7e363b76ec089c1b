package org.scelmo.embedded.runner.format;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.SetCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The binary form of the cell classes that tables may hold. */
enum CellCodec {

    STRING(StringCell.class, (in, cells) -> new StringCell(LongUtf.read(in)),
        (cell, out, cells) -> LongUtf.write(out, ((StringCell)cell).getStringValue())),
    DOUBLE(DoubleCell.class, (in, cells) -> new DoubleCell(in.readDouble()),
        (cell, out, cells) -> out.writeDouble(((DoubleCell)cell).getDoubleValue())),
    INT(IntCell.class, (in, cells) -> new IntCell(in.readInt()),
        (cell, out, cells) -> out.writeInt(((IntCell)cell).getIntValue())),
    LONG(LongCell.class, (in, cells) -> new LongCell(in.readLong()),
        (cell, out, cells) -> out.writeLong(((LongCell)cell).getLongValue())),
    BOOLEAN(BooleanCell.class, (in, cells) -> in.readBoolean() ? BooleanCell.TRUE : BooleanCell.FALSE,
        (cell, out, cells) -> out.writeBoolean(((BooleanCell)cell).getBooleanValue())),
    LIST(ListCell.class, (in, cells) -> CollectionCellFactory.createListCell(readCells(in, cells)),
        (cell, out, cells) -> writeCells(((ListCell)cell).size(), (ListCell)cell, out, cells)),
    SET(SetCell.class, (in, cells) -> CollectionCellFactory.createSetCell(readCells(in, cells)),
        (cell, out, cells) -> writeCells(((SetCell)cell).size(), (SetCell)cell, out, cells)),
    /** A missing cell with a message. */
    MISSING(MissingCell.class, (in, cells) -> new MissingCell(in.readByte() == 0 ? null : LongUtf.read(in)),
        (cell, out, cells) -> writeMissing((MissingCell)cell, out));

    private static final Map<String, CellCodec> BY_CLASS = byClass();

    private final Class<? extends DataCell> m_class;

    private final Reader m_reader;

    private final Writer m_writer;

    CellCodec(final Class<? extends DataCell> cellClass, final Reader reader, final Writer writer) {
        m_class = cellClass;
        m_reader = reader;
        m_writer = writer;
    }

    /** Reads a cell that is inside another one. */
    @FunctionalInterface
    interface NestedReader {
        DataCell read() throws IOException;
    }

    /** Writes a cell that is inside another one. */
    @FunctionalInterface
    interface NestedWriter {
        void write(DataCell cell) throws IOException;
    }

    @FunctionalInterface
    private interface Reader {
        DataCell read(DataInput in, NestedReader cells) throws IOException;
    }

    @FunctionalInterface
    private interface Writer {
        void write(DataCell cell, DataOutput out, NestedWriter cells) throws IOException;
    }

    /**
     * @param className a cell class
     * @throws IOException if cells of this class cannot be read or written here
     */
    static CellCodec of(final String className) throws IOException {
        final var codec = BY_CLASS.get(className);
        if (codec == null) {
            throw new IOException(("The table holds cells of %s, which are not supported here. Convert the column to "
                + "a string, number, boolean, list or set column.").formatted(className));
        }
        return codec;
    }

    String className() {
        return m_class.getName();
    }

    DataCell read(final DataInput in, final NestedReader cells) throws IOException {
        return m_reader.read(in, cells);
    }

    void write(final DataCell cell, final DataOutput out, final NestedWriter cells) throws IOException {
        m_writer.write(cell, out, cells);
    }

    private static Collection<DataCell> readCells(final DataInput in, final NestedReader cells) throws IOException {
        final var size = in.readInt();
        if (size < 0) {
            throw new IOException("Damaged collection cell: it claims %d elements".formatted(size));
        }
        final var elements = new ArrayList<DataCell>(Math.min(size, 1 << 16));
        for (var i = 0; i < size; i++) {
            elements.add(cells.read());
        }
        return elements;
    }

    private static void writeCells(final int size, final Iterable<DataCell> elements, final DataOutput out,
        final NestedWriter cells) throws IOException {
        out.writeInt(size);
        for (var element : elements) {
            cells.write(element);
        }
    }

    private static void writeMissing(final MissingCell cell, final DataOutput out) throws IOException {
        final var error = cell.getError();
        out.writeByte(error == null ? 0 : 1);
        if (error != null) {
            LongUtf.write(out, error);
        }
    }

    private static Map<String, CellCodec> byClass() {
        final var map = new HashMap<String, CellCodec>();
        for (var codec : values()) {
            map.put(codec.m_class.getName(), codec);
        }
        return Map.copyOf(map);
    }
}
