package org.scelmo.core.io.h5ad.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.io.hdf5.write.GroupWriter;
import org.scelmo.core.io.hdf5.write.Hdf5Writer;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Writes annotated data to an {@code .h5ad} file. Matrices stream, so that memory holds a block of rows and a chunk of
 * each array, whatever their size. The package's documentation tells how each part is stored.
 */
public final class H5adWriter {

    /** A group that every file has, though this model of the data has no place for what it holds. */
    private static final String EMPTY = "varp";

    private static final String CATEGORIES = "_categories";

    /** What annotations take of the whole progress. */
    private static final double ANNOTATIONS = 0.05;

    private final AnnData m_data;
    private final Map<String, ComputedRows> m_computed;
    private final Progress m_progress;
    private final List<String> m_notes = new ArrayList<>();
    private final double m_step;
    private int m_matrices;

    private H5adWriter(final AnnData data, final Map<String, ComputedRows> computed, final Progress progress) {
        m_data = data;
        m_computed = computed;
        m_progress = progress;
        m_step = (1 - ANNOTATIONS) / (1 + data.layers().size() + data.obsm().size() + computed.size()
            + data.varm().size() + data.obsp().size());
    }

    /**
     * @param data what to write
     * @param file where to; its folder must exist. It appears there only when it is complete.
     * @param existing what to do if it exists
     * @param compression of all arrays
     * @param progress told about every block of cells, and asked whether to go on
     * @return sentences that a user should be warned with: what has another name in the file, or was left out
     * @throws IOException if the data cannot be read or the file cannot be written
     * @throws org.scelmo.core.io.file.TargetFileException if there is no place for the file
     * @throws H5adWriteException if the format has no place for something, as too many columns
     * @throws org.scelmo.core.io.hdf5.write.Hdf5WriteException if a text cannot be stored
     * @throws org.scelmo.core.CanceledException if the user canceled; no file is left then, as after any failure
     */
    public static List<String> write(final AnnData data, final Path file, final ExistingFile existing,
        final Compression compression, final Progress progress) throws IOException {
        return write(data, Map.of(), file, existing, compression, progress);
    }

    /**
     * As {@link #write(AnnData, Path, ExistingFile, Compression, Progress)}, with embeddings in addition that are
     * computed while they are written, so that they need no other place.
     *
     * @param computed embeddings by name, each with a row per cell
     * @throws IllegalArgumentException if the data have an embedding of the same name
     */
    public static List<String> write(final AnnData data, final Map<String, ComputedRows> computed, final Path file,
        final ExistingFile existing, final Compression compression, final Progress progress) throws IOException {
        if (!Collections.disjoint(data.obsm().keySet(), computed.keySet())) {
            throw new IllegalArgumentException("There are two embeddings of one name: %s and %s."
                .formatted(data.obsm().keySet(), computed.keySet()));
        }
        final var writer = new H5adWriter(data, computed, progress);
        TargetFile.write(file, existing, temporary -> writer.write(temporary, compression));
        progress.update(1, () -> "Written");
        return List.copyOf(writer.m_notes);
    }

    private void write(final Path file, final Compression compression) throws IOException {
        try (var hdf5 = Hdf5Writer.create(file, compression)) {
            final var root = hdf5.root();
            Encoding.of(root, "anndata", "0.1.0");
            FrameWriter.write(root, "obs", m_data.obs(), m_notes);
            m_progress.checkCanceled();
            FrameWriter.write(root, "var", m_data.var(), m_notes);
            m_progress.update(ANNOTATIONS, () -> "Written annotations");
            if (m_data.x().isPresent()) {
                MatrixWriter.sparse(root, "X", m_data.x().get(), next());
            }
            writeSparse(root, "layers", m_data.layers());
            writeEmbeddings(root);
            writeGeneVectors(root);
            writeSparse(root, "obsp", m_data.obsp());
            new UnsWriter(m_notes).write(root, "uns", uns(), "uns");
            Encoding.dictionary(root, EMPTY).close();
            hdf5.finish();
        }
    }

    private void writeSparse(final GroupWriter root, final String slot, final Map<String, RowBlocks> matrices)
        throws IOException {
        try (var group = Encoding.dictionary(root, slot)) {
            for (final var name : names(matrices, slot).entrySet()) {
                MatrixWriter.sparse(group, name.getValue(), matrices.get(name.getKey()), next());
            }
        }
    }

    private void writeGeneVectors(final GroupWriter root) throws IOException {
        try (var varm = Encoding.dictionary(root, "varm")) {
            for (final var name : names(m_data.varm(), "varm").entrySet()) {
                MatrixWriter.dense(varm, name.getValue(), m_data.varm().get(name.getKey()), next());
            }
        }
    }

    private void writeEmbeddings(final GroupWriter root) throws IOException {
        try (var obsm = Encoding.dictionary(root, "obsm")) {
            final Map<String, Object> all = new LinkedHashMap<>(m_data.obsm());
            all.putAll(m_computed);
            for (final var name : names(all, "obsm").entrySet()) {
                if (all.get(name.getKey()) instanceof DenseMatrix there) {
                    MatrixWriter.dense(obsm, name.getValue(), there, next());
                } else {
                    MatrixWriter.computed(obsm, name.getValue(), m_computed.get(name.getKey()), m_data.cells(), next());
                }
            }
        }
    }

    private Map<String, String> names(final Map<String, ?> parts, final String where) {
        return Names.inFile(parts.keySet(), Set.of(), where, m_notes);
    }

    /**
     * anndata takes an entry {@code <column>_categories} for the categories of the column, as version 0.6 kept them.
     */
    private Map<String, Object> uns() {
        final Map<String, Object> uns = new LinkedHashMap<>(m_data.uns());
        for (final var frame : List.of(m_data.obs(), m_data.var())) {
            for (final var column : frame.columns().keySet()) {
                if (uns.remove(column + CATEGORIES) != null) {
                    m_notes.add("uns/%s%s was left out: anndata would take it for the categories of '%s'."
                        .formatted(column, CATEGORIES, column));
                }
            }
        }
        return uns;
    }

    private Progress next() {
        final double from = ANNOTATIONS + m_step * m_matrices++;
        return m_progress.part(from, ANNOTATIONS + m_step * m_matrices);
    }
}
