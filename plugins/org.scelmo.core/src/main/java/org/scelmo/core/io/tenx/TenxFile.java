package org.scelmo.core.io.tenx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.H5adContent;
import org.scelmo.core.io.h5ad.H5adSummary;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.h5ad.H5adSummary.Kind;
import org.scelmo.core.io.h5ad.Notes;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.h5ad.Selection.Source;
import org.scelmo.core.io.h5ad.SparseGroup;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedColumns;

/** An open HDF5 file of Cell Ranger: one genome of a file of version 2, or the chosen features of one of version 3. */
public final class TenxFile implements AnnDataSource {

    private static final String COPY_AGAIN = "Copy or download the file again: it may be cut off or damaged.";

    private final Hdf5File m_file;
    private final Hdf5Group m_group;
    private final Hdf5Dataset m_barcodes;
    private final SparseGroup m_matrix;
    private final Frame m_features;
    private final int[] m_kept;

    private TenxFile(final Hdf5File file, final TenxChoice choice) throws IOException {
        m_file = file;
        final boolean current = isVersion3(file.root());
        m_group = current ? file.root().group("matrix").orElseThrow() : choice.genomeGroup(file);
        m_barcodes = dataset("barcodes");
        final var shape = dataset("shape").longs();
        if (shape.length != 2 || shape[0] < 0 || Math.max(shape[0], shape[1]) > Integer.MAX_VALUE
            || shape[1] != m_barcodes.shape()[0]) {
            throw new MalformedTenxException(file.path(), m_group.path(),
                "the shape is not that of %d barcodes.".formatted(m_barcodes.shape()[0]), COPY_AGAIN);
        }
        final var features = current ? new TenxFeatures(file, m_group.group("features").orElseThrow(), "name", "id")
            : new TenxFeatures(file, m_group, "gene_names", "genes");
        m_features = current ? features.annotated((int)shape[0]) : features.named((int)shape[0]);
        m_matrix = new SparseGroup(file, m_group, Math.toIntExact(shape[1]), (int)shape[0]);
        m_kept = current ? choice.keep(file.path(), m_features) : IntStream.range(0, (int)shape[0]).toArray();
    }

    private Hdf5Dataset dataset(final String name) throws IOException {
        return m_group.dataset(name).filter(d -> d.shape().length == 1)
            .orElseThrow(() -> new MalformedTenxException(m_file.path(), m_group.path(),
                "'%s' is missing, or no list.".formatted(name), COPY_AGAIN));
    }

    /**
     * @param file an HDF5 file
     * @return whether it is one of Cell Ranger
     * @throws IOException if it cannot be read
     */
    public static boolean recognizes(final Hdf5File file) throws IOException {
        return isVersion3(file.root()) || !TenxChoice.genomes(file).isEmpty();
    }

    private static boolean isVersion3(final Hdf5Group root) throws IOException {
        final var matrix = root.has("matrix") ? root.group("matrix") : Optional.<Hdf5Group> empty();
        return matrix.isPresent() && matrix.get().has("features") && matrix.get().group("features").isPresent();
    }

    /**
     * @param path the file
     * @param choice which of its genomes and features
     * @return the open file
     * @throws IOException if it cannot be read
     * @throws org.scelmo.core.io.hdf5.Hdf5Exception if it is damaged, of another kind, or has not what is chosen
     */
    public static TenxFile open(final Path path, final TenxChoice choice) throws IOException {
        final var file = Hdf5File.open(path);
        try {
            return new TenxFile(file, choice);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public String format() {
        return "10x Genomics (.h5)";
    }

    @Override
    public H5adSummary summary() throws IOException {
        final var var = m_features.columns().keySet().stream().map(n -> new Annotation(n, Kind.TEXT, 0)).toList();
        return new H5adSummary(m_barcodes.shape()[0], m_kept.length, Optional.of(m_matrix.summary()),
            Optional.empty(), Map.of(), Map.of(), List.of(), var);
    }

    @Override
    public H5adContent read(final Selection selection, final Progress progress) throws IOException {
        if (selection.source() != Source.X && selection.source() != Source.NONE) {
            throw new MalformedTenxException(m_file.path(), "/",
                "a 10x file holds one matrix: no raw one, no layers, no embeddings.", "Choose X as matrix.");
        }
        final var notes = new Notes();
        final var obs = new Frame(m_barcodes.strings(), Map.of());
        final var var = TenxChoice.selected(m_features, m_kept);
        notes.duplicates("cell names", obs.index(), "adata.obs_names_make_unique()");
        notes.duplicates("gene names", var.index(), "adata.var_names_make_unique()");
        if (m_kept.length < m_features.size()) {
            notes.leftOut("%d features of other types or genomes.".formatted(m_features.size() - m_kept.length));
        }
        progress.update(1, () -> "Read annotations");
        final var x = selection.source() == Source.NONE ? null : rows(obs);
        return new H5adContent(AnnData.of(x, obs, var), notes.list(), notes.leftOut());
    }

    private RowBlocks rows(final Frame obs) throws IOException {
        final var rows = m_matrix.rows(obs.index());
        return m_kept.length == rows.columns() ? rows : new SelectedColumns(rows, m_kept);
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
