package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Arrays;

import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A matrix in the file, recognized and its shapes checked, but not read.
 *
 * @param file the file
 * @param path where it stands
 * @param storage how it is stored
 * @param rows number of rows
 * @param columns number of columns
 * @param data the values
 * @param indices of the minor axis, null if dense
 * @param indptr offsets along the major axis, null if dense
 */
record MatrixNode(Hdf5File file, String path, Storage storage, long rows, int columns, Hdf5Dataset data,
    Hdf5Dataset indices, Hdf5Dataset indptr) {

    private static final String RESAVE = "Save the file again with a current version of anndata.";

    static MatrixNode of(final Hdf5File file, final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Dataset dense) {
            return dense(file, dense);
        }
        final var group = (Hdf5Group)node;
        final var attributes = group.attributes();
        final var encoding = attributes.text("encoding-type", "h5sparse_format").orElse("");
        final var storage = switch (encoding) {
            case "csr_matrix", "csr" -> Storage.CSR;
            case "csc_matrix", "csc" -> Storage.CSC;
            default -> throw new MalformedAnnDataException(file.path(), group.path(),
                "the encoding '%s' is not known for a matrix; csr_matrix, csc_matrix and array are."
                    .formatted(encoding), RESAVE);
        };
        final var shape = attributes.longs("shape", "h5sparse_shape").orElse(new long[0]);
        if (shape.length != 2 || shape[0] < 0 || shape[1] < 0 || shape[1] > Integer.MAX_VALUE
            || shape[0] > Integer.MAX_VALUE) {
            throw new MalformedAnnDataException(file.path(), group.path(),
                "the matrix has no usable shape (%s).".formatted(Arrays.toString(shape)), RESAVE);
        }
        return sparse(file, group, storage, shape);
    }

    private static MatrixNode dense(final Hdf5File file, final Hdf5Dataset data) {
        final var shape = data.shape();
        if (shape.length != 2 || !data.type().isNumeric() || shape[0] > Integer.MAX_VALUE
            || shape[1] > Integer.MAX_VALUE) {
            throw new MalformedAnnDataException(file.path(), data.path(),
                "a matrix of numbers is expected, but this is %s of shape %s.".formatted(data.type().name(),
                    Arrays.toString(shape)), RESAVE);
        }
        return new MatrixNode(file, data.path(), Storage.DENSE, shape[0], (int)shape[1], data, null, null);
    }

    static MatrixNode sparse(final Hdf5File file, final Hdf5Group group, final Storage storage,
        final long[] shape) throws IOException {
        final var data = part(file, group, "data");
        final var indices = part(file, group, "indices");
        final var indptr = part(file, group, "indptr");
        if (!data.type().isNumeric() || !indices.type().isWhole() || !indptr.type().isWhole()) {
            throw new MalformedAnnDataException(file.path(), group.path(),
                "data, indices and indptr must be numbers, but are %s, %s and %s.".formatted(data.type().name(),
                    indices.type().name(), indptr.type().name()), RESAVE);
        }
        if (data.shape()[0] != indices.shape()[0]) {
            throw new MalformedAnnDataException(file.path(), group.path(),
                "there are %d values, but %d indices.".formatted(data.shape()[0], indices.shape()[0]), RESAVE);
        }
        final long major = storage == Storage.CSR ? shape[0] : shape[1];
        if (indptr.shape()[0] != major + 1) {
            throw new MalformedAnnDataException(file.path(), indptr.path(),
                "there are %d offsets, but %d are needed for shape %d × %d.".formatted(indptr.shape()[0], major + 1,
                    shape[0], shape[1]), RESAVE);
        }
        return new MatrixNode(file, group.path(), storage, shape[0], (int)shape[1], data, indices, indptr);
    }

    private static Hdf5Dataset part(final Hdf5File file, final Hdf5Group group, final String name) throws IOException {
        final var part = group.dataset(name).orElseThrow(() -> new MalformedAnnDataException(file.path(), group.path(),
            "the sparse matrix has no '%s'.".formatted(name), RESAVE));
        if (part.shape().length != 1) {
            throw new MalformedAnnDataException(file.path(), part.path(),
                "one row of numbers is expected, but there are %d axes.".formatted(part.shape().length), RESAVE);
        }
        return part;
    }

    /** @return stored numbers */
    long entries() {
        return storage == Storage.DENSE ? Math.multiplyExact(rows, columns) : data.shape()[0];
    }

    Matrix summary() throws IOException {
        return new Matrix(storage, data.type().name(), rows, columns, entries(), data.filters());
    }

    /**
     * @param files takes temporary files, should the matrix need one
     * @param rowNames for messages
     * @return the matrix as a stream of rows; offsets are read and checked now, the rest when it is asked for
     */
    RowBlocks rowBlocks(final TemporaryFiles files, final String[] rowNames) throws IOException {
        data.checkPlausible();
        if (indices != null) {
            indices.checkPlausible();
        }
        return switch (storage) {
            case DENSE -> new DenseRows(this);
            case CSR -> new CsrRows(this, Offsets.read(this), rowNames);
            case CSC -> new CscRows(this, Offsets.read(this), files);
        };
    }
}
