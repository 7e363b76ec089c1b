package org.scelmo.core.io.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.H5adContent;
import org.scelmo.core.io.h5ad.H5adSummary;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.h5ad.H5adSummary.Kind;
import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.h5ad.Notes;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.h5ad.Selection.Source;
import org.scelmo.core.io.rows.EntrySpool;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.io.tenx.TenxChoice;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedColumns;

/**
 * A matrix in MatrixMarket form with the names of cells and genes beside it, as Cell Ranger writes it: genes × cells,
 * or the other way round, which the lengths of the lists tell; where both fit, genes × cells.
 */
public final class MatrixMarketFile implements AnnDataSource {

    private final Path m_path;
    private final Frame m_cells;
    private final Frame m_genes;
    private final int[] m_kept;
    private final boolean m_byGene;
    private final Matrix m_matrix;
    private final TemporaryFiles m_files = new TemporaryFiles();

    private MatrixMarketFile(final Path path, final TenxChoice choice) throws IOException {
        m_path = path;
        try (var entries = MatrixMarketEntries.open(path)) {
            final var names = new NameFiles(path);
            m_cells = names.cells();
            m_genes = names.genes();
            m_byGene = entries.rows() == m_genes.size() && entries.columns() == m_cells.size();
            if (!m_byGene && (entries.rows() != m_cells.size() || entries.columns() != m_genes.size())) {
                throw new MalformedTextException(path, 0,
                    "the matrix is %d × %d, but there are %d cells and %d genes in the lists of names.".formatted(
                        entries.rows(), entries.columns(), m_cells.size(), m_genes.size()),
                    "Put the lists beside the matrix that belong to it, one name in each line, without a title.");
            }
            m_matrix = new Matrix(m_byGene ? Storage.CSC : Storage.CSR, entries.kind(), m_cells.size(), m_genes.size(),
                entries.entries(), List.of());
        }
        m_kept = choice.keep(path, m_genes);
    }

    /**
     * @param path the matrix, or the folder it lies in as {@code matrix.mtx} or {@code matrix.mtx.gz}
     * @param choice which features to keep, where {@code features.tsv} tells their types
     * @return the file, with its names read
     * @throws IOException if it cannot be read
     * @throws MalformedTextException if it is damaged, or the names are missing or do not fit
     */
    public static MatrixMarketFile open(final Path path, final TenxChoice choice) throws IOException {
        return new MatrixMarketFile(Files.isDirectory(path) ? NameFiles.matrixIn(path) : path, choice);
    }

    @Override
    public String format() {
        return "MatrixMarket (.mtx)";
    }

    @Override
    public H5adSummary summary() {
        final var var = m_genes.columns().keySet().stream().map(n -> new Annotation(n, Kind.TEXT, 0)).toList();
        return new H5adSummary(m_cells.size(), m_kept.length, Optional.of(m_matrix), Optional.empty(), Map.of(),
            Map.of(), List.of(), var);
    }

    @Override
    public H5adContent read(final Selection selection, final Progress progress) throws IOException {
        if (selection.source() != Source.X && selection.source() != Source.NONE) {
            throw new MalformedTextException(m_path, 0,
                "a MatrixMarket file holds one matrix: no raw one, no layers, no embeddings.", "Choose X as matrix.");
        }
        final var notes = new Notes();
        final var var = TenxChoice.selected(m_genes, m_kept);
        notes.duplicates("cell names", m_cells.index(), "adata.obs_names_make_unique()");
        notes.duplicates("gene names", var.index(), "adata.var_names_make_unique()");
        if (m_kept.length < m_genes.size()) {
            notes.leftOut("%d features of other types.".formatted(m_genes.size() - m_kept.length));
        }
        final var x = selection.source() == Source.NONE ? null : rows(progress);
        return new H5adContent(AnnData.of(x, m_cells, var), notes.list(), notes.leftOut());
    }

    private RowBlocks rows(final Progress progress) throws IOException {
        final var spool = new EntrySpool(m_files);
        try (var entries = MatrixMarketEntries.open(m_path)) {
            entries.readInto(spool, m_byGene, progress.part(0, 0.8));
        }
        final var rows = spool.rows(m_cells.size(), m_genes.size(), progress.part(0.8, 1));
        return m_kept.length == rows.columns() ? rows : new SelectedColumns(rows, m_kept);
    }

    @Override
    public void close() throws IOException {
        m_files.close();
    }
}
