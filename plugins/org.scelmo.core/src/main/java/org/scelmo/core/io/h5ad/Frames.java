package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;

/** Data frames of either age. */
final class Frames {

    private Frames() {
    }

    /** @return the data frame of that name, not read; files from before 0.8 do not say that it is one */
    static Hdf5Node required(final Hdf5File file, final Hdf5Group group, final String name) throws IOException {
        final var frame = group.child(name).orElseThrow(() -> new MalformedAnnDataException(file.path(), group.path(),
            "'%s' is missing; this is no AnnData file, or not a whole one.".formatted(name),
            "Choose an .h5ad file that anndata or scanpy wrote."));
        final var encoding = frame.attributes().text("encoding-type").orElse("dataframe");
        if (!encoding.equals("dataframe")) {
            throw new MalformedAnnDataException(file.path(), frame.path(),
                "the encoding '%s' is not known for annotations; dataframe is.".formatted(encoding),
                "Save the file again with a current version of anndata.");
        }
        return frame;
    }

    static Frame read(final Hdf5File file, final Hdf5Node node, final Notes notes) throws IOException {
        return node instanceof Hdf5Group columns ? new FrameReader(file, columns).read(notes)
            : new CompoundFrameReader(file, (Hdf5Dataset)node).read(notes);
    }

    /** @return the column of that name, the others not read; empty if there is none, or none that is read */
    static Optional<Column> column(final Hdf5File file, final Hdf5Node node, final String name) throws IOException {
        return node instanceof Hdf5Group columns ? new FrameReader(file, columns).column(name)
            : new CompoundFrameReader(file, (Hdf5Dataset)node).column(name);
    }

    static long size(final Hdf5File file, final Hdf5Node node) throws IOException {
        return node instanceof Hdf5Group columns ? new FrameReader(file, columns).size()
            : new CompoundFrameReader(file, (Hdf5Dataset)node).size();
    }

    static List<Annotation> annotations(final Hdf5File file, final Hdf5Node node) throws IOException {
        return node instanceof Hdf5Group columns ? new FrameReader(file, columns).annotations()
            : new CompoundFrameReader(file, (Hdf5Dataset)node).annotations();
    }
}
