package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The list of cell classes of a table: a cell in the stream names its class by the place in this list. */
final class CellTypes {

    private static final String CLASSES = "table.datacell.classes";

    private static final String CLASS = "class";

    private static final String ELEMENT_TYPE = "collection.element.type";

    /** The class byte is signed and starts at {@link StreamBytes#FIRST_CLASS}. */
    private static final int MAX_CLASSES = Byte.MAX_VALUE - StreamBytes.FIRST_CLASS + 1;

    private final List<Entry> m_entries = new ArrayList<>();

    private record Entry(CellCodec codec, DataType elementType) {
    }

    /** @return the codec of a class byte */
    CellCodec codec(final byte classByte) throws IOException {
        final var index = classByte - StreamBytes.FIRST_CLASS;
        if (index < 0 || index >= m_entries.size()) {
            throw new IOException("Damaged table: a cell has class %d of %d".formatted(index, m_entries.size()));
        }
        return m_entries.get(index).codec();
    }

    /** @return the class byte of a cell, entered into the list if it is new */
    byte classByte(final DataCell cell) throws IOException {
        final var elementType = cell instanceof CollectionDataValue collection ? collection.getElementType() : null;
        final var entry = new Entry(CellCodec.of(cell.getClass().getName()), elementType);
        var index = m_entries.indexOf(entry);
        if (index < 0) {
            if (m_entries.size() == MAX_CLASSES) {
                throw new IOException("The table holds more than %d kinds of cells".formatted(MAX_CLASSES));
            }
            index = m_entries.size();
            m_entries.add(entry);
        }
        return (byte)(StreamBytes.FIRST_CLASS + index);
    }

    static CellTypes load(final NodeSettingsRO settings) throws InvalidSettingsException, IOException {
        final var types = new CellTypes();
        final var list = settings.getNodeSettings(CLASSES);
        for (var i = 0; list.containsKey("element_" + i); i++) {
            types.m_entries.add(new Entry(CellCodec.of(list.getNodeSettings("element_" + i).getString(CLASS)), null));
        }
        return types;
    }

    void save(final NodeSettingsWO settings) {
        final var list = settings.addNodeSettings(CLASSES);
        for (var i = 0; i < m_entries.size(); i++) {
            final var element = list.addNodeSettings("element_" + i);
            element.addString(CLASS, m_entries.get(i).codec().className());
            if (m_entries.get(i).elementType() != null) {
                m_entries.get(i).elementType().save(element.addNodeSettings(ELEMENT_TYPE));
            }
        }
    }
}
