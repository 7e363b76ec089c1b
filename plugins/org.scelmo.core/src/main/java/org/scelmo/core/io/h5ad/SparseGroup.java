package org.scelmo.core.io.h5ad;

import java.io.IOException;

import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A group with the datasets data, indices and indptr, which together are a matrix in compressed sparse rows, as formats
 * beside AnnData have it too.
 */
public final class SparseGroup {

    private final MatrixNode m_node;

    /**
     * @param file the file
     * @param group the group in it
     * @param rows number of rows
     * @param columns number of columns
     * @throws IOException if the file cannot be read
     * @throws MalformedAnnDataException if a dataset is missing, or their lengths contradict each other
     */
    public SparseGroup(final Hdf5File file, final Hdf5Group group, final int rows, final int columns)
        throws IOException {
        m_node = MatrixNode.sparse(file, group, Storage.CSR, new long[]{rows, columns});
    }

    /** @return how the matrix is stored */
    public Matrix summary() throws IOException {
        return m_node.summary();
    }

    /**
     * @param names of the rows, for messages; as many as rows
     * @return the matrix as a stream of rows; offsets are read and checked now, the rest when it is asked for
     */
    public RowBlocks rows(final String[] names) throws IOException {
        m_node.data().checkPlausible();
        m_node.indices().checkPlausible();
        return new CsrRows(m_node, Offsets.read(m_node), names);
    }
}
