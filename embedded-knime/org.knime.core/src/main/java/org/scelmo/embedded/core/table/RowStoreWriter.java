package org.scelmo.embedded.core.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.collection.CollectionDataValue;
import org.scelmo.embedded.core.io.CellOutput;
import org.scelmo.embedded.core.io.TempFiles;

/** Takes rows; keeps them in memory up to a bound, and beyond it in a temporary file. */
public final class RowStoreWriter {

    /** Cells (elements of collections count) that one table holds in memory. */
    private static final long DEFAULT_MEMORY_CELLS = 1_000_000;

    private final long m_memoryCells;

    private List<DataRow> m_rows = new ArrayList<>();

    private long m_cells;

    private long m_size;

    private Path m_file;

    private CellOutput m_out;

    /** A writer with the usual bound. */
    public RowStoreWriter() {
        this(DEFAULT_MEMORY_CELLS);
    }

    /**
     * A writer with its own bound.
     *
     * @param memoryCells the number of cells to hold in memory
     */
    public RowStoreWriter(final long memoryCells) {
        m_memoryCells = memoryCells;
    }

    /** @return the number of rows so far */
    public long size() {
        return m_size;
    }

    /**
     * Adds a row.
     *
     * @param row the row
     * @throws IOException if the temporary file cannot be written
     */
    public void add(final DataRow row) throws IOException {
        m_size++;
        if (m_out != null) {
            write(row);
            return;
        }
        m_rows.add(row);
        for (final var cell : row) {
            m_cells += cell instanceof CollectionDataValue collection ? collection.size() : 1;
        }
        if (m_cells > m_memoryCells) {
            spill();
        }
    }

    private void spill() throws IOException {
        m_file = TempFiles.create("rows", ".bin");
        m_out = new CellOutput(Files.newOutputStream(m_file));
        for (final var row : m_rows) {
            write(row);
        }
        m_rows = null;
    }

    private void write(final DataRow row) throws IOException {
        m_out.writeUTF(row.getKey().getString());
        for (final var cell : row) {
            m_out.writeDataCell(cell);
        }
    }

    /**
     * Ends writing.
     *
     * @param columns the number of cells of a row
     * @return the rows
     * @throws IOException if the temporary file cannot be written
     */
    public RowStore finish(final int columns) throws IOException {
        if (m_out == null) {
            return RowStore.inMemory(m_rows);
        }
        m_out.close();
        return RowStore.inFile(m_file, m_size, columns);
    }
}
