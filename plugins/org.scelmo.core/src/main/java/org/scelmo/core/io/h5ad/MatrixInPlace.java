package org.scelmo.core.io.h5ad;

import java.io.Closeable;
import java.io.IOException;

import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/** A matrix that is streamed from its file without the annotations beside it. Close it after the last cursor. */
public final class MatrixInPlace implements Closeable {

    private final Hdf5File m_file;
    private final MatrixNode m_node;

    /**
     * Where a matrix stands in a file, and how large it is.
     *
     * @param location path inside the file, such as {@code /X}
     * @param rows number of rows
     * @param columns number of columns
     * @param entries stored numbers, −1 if only reading tells
     */
    public record Place(String location, long rows, int columns, long entries) {
    }

    private MatrixInPlace(final Hdf5File file, final MatrixNode node) {
        m_file = file;
        m_node = node;
    }

    /**
     * @param file an open file, which {@link #close()} closes
     * @param location path inside the file
     * @return the matrix
     * @throws IOException if the file cannot be read
     * @throws MalformedAnnDataException if there is no matrix, or one that is not stored by rows
     */
    public static MatrixInPlace of(final Hdf5File file, final String location) throws IOException {
        final var node = file.root().at(location);
        final var matrix = MatrixNode.of(file, node.orElseThrow(() -> new MalformedAnnDataException(file.path(),
            location, "there is no matrix.", "Choose a file that has it.")));
        place(matrix);
        return new MatrixInPlace(file, matrix);
    }

    /** @throws MalformedAnnDataException if the matrix cannot be read row by row */
    static Place place(final MatrixNode node) {
        if (node.storage() == Storage.CSC) {
            throw new MalformedAnnDataException(node.file().path(), node.path(),
                "the matrix is stored by columns (CSC), so that a few cells cannot be read without reading all.",
                "Import the file instead of linking to it.", "Save the matrix by rows in Python: "
                    + "adata.X = adata.X.tocsr(); adata.write_h5ad(\"out.h5ad\").");
        }
        return new Place(node.path(), node.rows(), node.columns(),
            node.storage() == Storage.DENSE ? -1 : node.entries());
    }

    /**
     * @param names of the rows, for messages; as many as rows
     * @return the matrix; offsets are read and checked now, the rest when it is asked for
     * @throws IOException if the file cannot be read
     */
    public RowBlocks rows(final String[] names) throws IOException {
        return m_node.rowBlocks(new TemporaryFiles(), names);
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
