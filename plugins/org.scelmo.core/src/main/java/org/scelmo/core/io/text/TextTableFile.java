package org.scelmo.core.io.text;

import java.io.IOException;
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
import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.h5ad.H5adSummary.Storage;
import org.scelmo.core.io.h5ad.Notes;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.h5ad.Selection.Source;
import org.scelmo.core.io.rows.EntrySpool;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/**
 * A table of expression as text: names in the first line and the first column, else numbers with a decimal point,
 * separated by tab, semicolon or comma. Either cells or genes may be the rows.
 */
public final class TextTableFile implements AnnDataSource {

    private final Path m_path;
    private final Orientation m_orientation;
    private final TemporaryFiles m_files = new TemporaryFiles();
    private AnnData m_data;
    private String m_note;

    /**
     * @param path the file
     * @param orientation what its rows are
     */
    public TextTableFile(final Path path, final Orientation orientation) {
        m_path = path;
        m_orientation = orientation;
    }

    private synchronized AnnData data(final Progress progress) throws IOException {
        if (m_data == null) {
            final var table = TextTable.read(m_path, new EntrySpool(m_files), progress.part(0, 0.7));
            m_data = data(table, byGene(table), progress.part(0.7, 1));
        }
        return m_data;
    }

    private boolean byGene(final TextTable table) {
        final boolean told = m_orientation != Orientation.AUTO;
        final var orientation = told ? m_orientation : NameForms.of(table.corner(), table.rows(), table.columns());
        final boolean byGene = orientation == Orientation.GENES_BY_CELLS;
        if (!told) {
            m_note = "The rows of the table were taken as %s, %s.".formatted(byGene ? "genes" : "cells",
                orientation == Orientation.AUTO ? "as the names do not tell" : "as their names tell");
        }
        return byGene;
    }

    private static AnnData data(final TextTable table, final boolean byGene, final Progress progress)
        throws IOException {
        final var rows = frame(table.rows());
        final var columns = frame(table.columns());
        final RowBlocks x = byGene ? table.entries().turned(rows.size(), columns.size(), progress)
            : table.entries().rows(rows.size(), columns.size(), progress);
        return AnnData.of(x, byGene ? columns : rows, byGene ? rows : columns);
    }

    private static Frame frame(final List<String> names) {
        return new Frame(names.toArray(String[]::new), Map.of());
    }

    @Override
    public String format() {
        return "Table of text (.csv, .tsv)";
    }

    @Override
    public boolean isSummaryQuick() {
        return false;
    }

    @Override
    public H5adSummary summary() throws IOException {
        final var data = data(Progress.NONE);
        final var matrix = new Matrix(Storage.DENSE, "float32", data.cells(), data.genes(),
            (long)data.cells() * data.genes(), List.of());
        return new H5adSummary(data.cells(), data.genes(), Optional.of(matrix), Optional.empty(), Map.of(), Map.of(),
            List.of(), List.of());
    }

    @Override
    public H5adContent read(final Selection selection, final Progress progress) throws IOException {
        if (selection.source() != Source.X && selection.source() != Source.NONE) {
            throw new MalformedTextException(m_path, 0,
                "a table holds one matrix: no raw one, no layers, no embeddings.", "Choose X as matrix.");
        }
        final var data = data(progress);
        final var notes = new Notes();
        if (m_note != null) {
            notes.add(m_note);
        }
        notes.duplicates("cell names", data.obs().index(), "adata.obs_names_make_unique()");
        notes.duplicates("gene names", data.var().index(), "adata.var_names_make_unique()");
        return new H5adContent(selection.source() == Source.NONE ? data.withX(null) : data, notes.list(),
            notes.leftOut());
    }

    @Override
    public void close() throws IOException {
        m_files.close();
    }
}
