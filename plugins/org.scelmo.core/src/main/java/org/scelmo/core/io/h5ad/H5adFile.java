package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/**
 * An open {@code .h5ad} file. Opening reads next to nothing; annotations are read when asked for, matrices stream. What
 * was read from it works until it is closed. Thread-safe for reading.
 *
 * <p>All methods throw {@link IOException} if the file cannot be read, {@link MalformedAnnDataException} or {@link
 * org.scelmo.core.io.hdf5.Hdf5Exception} if it is damaged or contradicts itself, and {@link
 * org.scelmo.core.io.hdf5.UnsupportedFilterException} if what is asked for is compressed in a way that is not read.
 */
public final class H5adFile implements AnnDataSource {

    private final Hdf5File m_file;
    private final TemporaryFiles m_temporaryFiles = new TemporaryFiles();

    /** The group that holds the data: the whole file, or a modality. */
    private final Hdf5Group m_root;

    private final H5adMatrices m_matrices;

    private H5adFile(final Hdf5File file, final Hdf5Group root) {
        m_file = file;
        m_root = root;
        m_matrices = new H5adMatrices(file, root);
    }

    /**
     * @param path the file
     * @return the open file
     * @throws IOException if it cannot be opened
     * @throws MalformedAnnDataException if it is HDF5, but of another kind
     */
    public static H5adFile open(final Path path) throws IOException {
        final var file = Hdf5File.open(path);
        try {
            OtherFormats.refuse(file);
            return new H5adFile(file, file.root());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * @param path a MuData file ({@code .h5mu})
     * @param modality name of the one to read; null or empty for rna, or the only one there is
     * @return the modality, open
     * @throws IOException if the file cannot be opened
     * @throws MalformedAnnDataException if it is HDF5, but of another kind, or has no such modality
     */
    public static H5adFile openModality(final Path path, final String modality) throws IOException {
        final var file = Hdf5File.open(path);
        try {
            return new H5adFile(file, Modalities.choose(file, modality));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Hdf5Node frameNode(final String name) throws IOException {
        return Frames.required(m_file, m_root, name);
    }

    /** @return the cells' annotations */
    public Frame obs() throws IOException {
        return Frames.read(m_file, frameNode("obs"), new Notes());
    }

    /** @return the genes' annotations */
    public Frame var() throws IOException {
        return Frames.read(m_file, frameNode("var"), new Notes());
    }

    @Override
    public String format() {
        return m_root.path().startsWith("/mod/") ? "MuData (.h5mu), modality " + m_root.path().substring(5)
            : "AnnData (.h5ad)";
    }

    /** @return what some small arrays tell beyond the summary, as long as this file is open */
    public H5adDetails details() {
        return new H5adDetails(m_file, m_root);
    }

    @Override
    public H5adSummary summary() throws IOException {
        final var obs = frameNode("obs");
        final var var = frameNode("var");
        final Map<String, Matrix> layers = new LinkedHashMap<>();
        for (final var entry : m_matrices.layers(new Notes()).entrySet()) {
            layers.put(entry.getKey(), entry.getValue().summary());
        }
        final int cells = Math.toIntExact(Math.min(Integer.MAX_VALUE, Frames.size(m_file, obs)));
        return new H5adSummary(cells, Frames.size(m_file, var), summary(m_matrices.x()), summary(m_matrices.raw()),
            layers, ObsmReader.obsm(m_file, m_root, cells, new Notes()).widths(), Frames.annotations(m_file, obs),
            Frames.annotations(m_file, var), ObsmReader.varm(m_file, m_root, 0, new Notes()).widths(),
            new ObspReader(m_file, m_root, cells, new Notes()).names());
    }

    private Optional<Matrix> summary(final Optional<Hdf5Node> node) throws IOException {
        return node.isEmpty() ? Optional.empty() : Optional.of(MatrixNode.of(m_file, node.get()).summary());
    }

    @Override
    public Optional<Map<String, MatrixInPlace.Place>> inPlace(final Selection selection) throws IOException {
        final Map<String, MatrixInPlace.Place> places = new LinkedHashMap<>();
        final var x = m_matrices.chosen(selection);
        if (x.isEmpty()) {
            return Optional.empty();
        }
        places.put("X", MatrixInPlace.place(x.get()));
        if (selection.extras() && selection.source() != Selection.Source.RAW) {
            for (final var layer : m_matrices.layers(new Notes()).entrySet()) {
                places.put("layers/" + layer.getKey(), MatrixInPlace.place(layer.getValue()));
            }
        }
        return Optional.of(places);
    }

    @Override
    public H5adContent read(final Selection selection, final Progress progress) throws IOException {
        final var notes = new Notes();
        if (selection.source() == Selection.Source.OBSM) {
            return readObsm(selection, notes);
        }
        final boolean raw = selection.source() == Selection.Source.RAW;
        final var matrix = m_matrices.chosen(selection);
        progress.update(0, () -> "Reading annotations");
        final var obs = Frames.read(m_file, frameNode("obs"), notes);
        final var var = Frames.read(m_file, raw ? m_matrices.rawVar() : frameNode("var"), notes);
        if (obs.size() == 0) {
            notes.add("The file holds no cells.");
        }
        if (var.size() == 0) {
            notes.add("The file holds no genes.");
        }
        notes.duplicates("cell names", obs.index(), "adata.obs_names_make_unique()");
        notes.duplicates("gene names", var.index(), "adata.var_names_make_unique()");
        if (GeneNames.areMixedUp(obs.index(), var.index())) {
            notes.add(("Genes and cells seem to be mixed up: the cells have names of genes, such as '%s', the genes "
                + "have not. Turn the file in Python: adata.T.write_h5ad(\"turned.h5ad\").").formatted(obs.index()[0]));
        }
        progress.checkCanceled();
        AnnData data = AnnData.of(matrix.isEmpty() ? null : rows(matrix.get(), obs, var, progress), obs, var);
        if (selection.extras()) {
            data = withGenes(withLayers(withExtras(data, notes), raw, notes), raw, notes);
        }
        progress.update(1, () -> "Read annotations");
        return new H5adContent(data, notes.list(), notes.leftOut());
    }

    private H5adContent readObsm(final Selection selection, final Notes notes) throws IOException {
        final var obs = Frames.read(m_file, frameNode("obs"), notes);
        notes.duplicates("cell names", obs.index(), "adata.obs_names_make_unique()");
        final var chosen = new ObsmAsX(m_file, m_root, obs.index(), notes).read(selection.name());
        AnnData data = AnnData.of(chosen.x(), obs, chosen.var());
        if (selection.extras()) {
            data = withExtras(data, notes);
            leaveOut("varm", notes);
        }
        return new H5adContent(data, notes.list(), notes.leftOut());
    }

    private RowBlocks rows(final MatrixNode matrix, final Frame obs, final Frame var, final Progress progress)
        throws IOException {
        checkShape(matrix, obs, var);
        final var rows = matrix.rowBlocks(m_temporaryFiles, obs.index());
        if (rows instanceof CscRows columns) {
            columns.turn(progress);
        }
        return rows;
    }

    private void checkShape(final MatrixNode matrix, final Frame obs, final Frame var) {
        if (matrix.rows() != obs.size() || matrix.columns() != var.size()) {
            throw new MalformedAnnDataException(m_file.path(), matrix.path(),
                "the matrix has the shape %d × %d, but there are %d cells and %d genes.".formatted(matrix.rows(),
                    matrix.columns(), obs.size(), var.size()),
                "Save the file again with a current version of anndata.");
        }
    }

    private AnnData withExtras(final AnnData bare, final Notes notes) throws IOException {
        AnnData data = bare;
        for (final var entry : ObsmReader.obsm(m_file, m_root, bare.cells(), notes).read().entrySet()) {
            data = data.withObsm(entry.getKey(), entry.getValue());
        }
        for (final var entry : new ObspReader(m_file, m_root, bare.cells(), notes).read(m_temporaryFiles,
            bare.obs().index()).entrySet()) {
            data = data.withObsp(entry.getKey(), entry.getValue());
        }
        leaveOut("varp", notes);
        final var uns = m_root.group("uns");
        if (uns.isPresent()) {
            for (final var entry : new UnsReader().read(uns.get(), notes).entrySet()) {
                data = data.withUns(entry.getKey(), entry.getValue());
            }
        }
        return data;
    }

    private void leaveOut(final String slot, final Notes notes) throws IOException {
        final var group = m_root.group(slot);
        if (group.isPresent() && !group.get().names().isEmpty()) {
            notes.leftOut("%s: %s.".formatted(slot, String.join(", ", group.get().names())));
        }
    }

    /** varm has X's genes, not raw's. */
    private AnnData withGenes(final AnnData bare, final boolean raw, final Notes notes) throws IOException {
        if (raw) {
            leaveOut("varm", notes);
            return bare;
        }
        AnnData data = bare;
        for (final var entry : ObsmReader.varm(m_file, m_root, bare.genes(), notes).read().entrySet()) {
            data = data.withVarm(entry.getKey(), entry.getValue());
        }
        return data;
    }

    private AnnData withLayers(final AnnData bare, final boolean raw, final Notes notes) throws IOException {
        AnnData data = bare;
        final var layers = m_matrices.layers(notes);
        if (raw && !layers.isEmpty()) {
            notes.add("Layers were left out: they have X's genes, not raw's.");
            layers.clear();
        }
        for (final var entry : layers.entrySet()) {
            checkShape(entry.getValue(), bare.obs(), bare.var());
            data = data.withLayer(entry.getKey(), entry.getValue().rowBlocks(m_temporaryFiles, bare.obs().index()));
        }
        return data;
    }

    @Override
    public void close() throws IOException {
        try (m_file; m_temporaryFiles) {
            // both are closed here, whatever happens
        }
    }
}
