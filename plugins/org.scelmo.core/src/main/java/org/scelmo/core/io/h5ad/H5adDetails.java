package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.matrix.RowBlocks;

/** What a look at a few small arrays of an open file tells beyond its {@link H5adSummary}. */
public final class H5adDetails {

    private final Hdf5File m_file;
    private final Hdf5Group m_root;

    H5adDetails(final Hdf5File file, final Hdf5Group root) {
        m_file = file;
        m_root = root;
    }

    /**
     * @param path of a matrix, embedding or annotation, such as {@code layers/counts}; a name may hold slashes
     * @return bytes that the file holds for it, as compressed; texts of variable length count as references to them
     * @throws IOException if the file cannot be read
     * @throws org.scelmo.core.io.hdf5.Hdf5Exception if it is damaged, or lies in another file
     */
    public long bytes(final String path) throws IOException {
        final var node = path.equals("raw/X") ? new H5adMatrices(m_file, m_root).raw() : m_root.at(path);
        return node.isEmpty() ? 0 : bytes(node.get());
    }

    private static long bytes(final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Dataset data) {
            return data.storedBytes();
        }
        long sum = 0;
        for (final var name : ((Hdf5Group)node).names()) {
            final var part = ((Hdf5Group)node).dataset(name);
            sum += part.isEmpty() ? 0 : part.get().storedBytes();
        }
        return sum;
    }

    /**
     * Reads one annotation of the cells.
     *
     * @param name of the column
     * @return the column; empty if it is not categorical
     * @throws IOException if the file cannot be read
     * @throws org.scelmo.core.io.hdf5.Hdf5Exception if the column is damaged
     */
    public Optional<CategoricalColumn> categories(final String name) throws IOException {
        final var obs = m_root.child("obs");
        return obs.isEmpty() ? Optional.empty() : Frames.column(m_file, obs.get(), name)
            .filter(CategoricalColumn.class::isInstance).map(CategoricalColumn.class::cast);
    }

    /**
     * @return X as a stream of rows, of which a reader may take the first; empty if there is none, or it is stored by
     *         columns
     * @throws IOException if the file cannot be read
     * @throws org.scelmo.core.io.hdf5.Hdf5Exception if X is damaged
     */
    public Optional<RowBlocks> x() throws IOException {
        final var node = m_root.child("X");
        if (node.isEmpty() || node.get() instanceof Hdf5Dataset data && data.shape().length != 2) {
            return Optional.empty();
        }
        final var matrix = MatrixNode.of(m_file, node.get());
        if (matrix.storage() == Storage.CSC) {
            return Optional.empty();
        }
        final var names = new String[(int)matrix.rows()];
        Arrays.fill(names, "");
        return Optional.of(MatrixInPlace.of(m_file, matrix.path()).rows(names));
    }
}
