package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.io.hdf5.CompoundField;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.matrix.DenseMatrix;

/** Reads obsm or varm: dense arrays, numeric data frames and, from before 0.7, fields of records. */
final class ObsmReader {

    private final Hdf5File m_file;
    private final Hdf5Group m_root;
    private final String m_slot;
    private final int m_rows;
    private final Notes m_notes;

    private ObsmReader(final Hdf5File file, final Hdf5Group root, final String slot, final int rows,
        final Notes notes) {
        m_file = file;
        m_root = root;
        m_slot = slot;
        m_rows = rows;
        m_notes = notes;
    }

    static ObsmReader obsm(final Hdf5File file, final Hdf5Group root, final int cells, final Notes notes) {
        return new ObsmReader(file, root, "obsm", cells, notes);
    }

    static ObsmReader varm(final Hdf5File file, final Hdf5Group root, final int genes, final Notes notes) {
        return new ObsmReader(file, root, "varm", genes, notes);
    }

    Map<String, DenseMatrix> read() throws IOException {
        final Map<String, DenseMatrix> matrices = new LinkedHashMap<>();
        final var node = m_root.child(m_slot);
        if (node.isEmpty()) {
            return matrices;
        }
        if (node.get() instanceof Hdf5Dataset records) {
            for (final var field : numeric(records)) {
                matrices.put(field.name(), DenseMatrix.of(CompoundFrameReader.rows(records, field), field.length()));
            }
        } else {
            final var group = (Hdf5Group)node.get();
            for (final var name : group.names()) {
                final var matrix = matrix(name, group.child(name).orElseThrow());
                if (matrix != null) {
                    matrices.put(name, matrix);
                }
            }
        }
        matrices.forEach(this::checkRows);
        return matrices;
    }

    /** @return number of dimensions by name, without reading */
    Map<String, Integer> widths() throws IOException {
        final Map<String, Integer> widths = new LinkedHashMap<>();
        final var node = m_root.child(m_slot);
        if (node.isPresent() && node.get() instanceof Hdf5Dataset records) {
            numeric(records).forEach(f -> widths.put(f.name(), f.length()));
        } else if (node.isPresent() && node.get() instanceof Hdf5Group group) {
            for (final var name : group.names()) {
                final var member = group.child(name).orElseThrow();
                if (member instanceof Hdf5Dataset data && isMatrix(data)) {
                    widths.put(name, (int)data.shape()[1]);
                } else if (member instanceof Hdf5Group frame && isFrame(frame)) {
                    widths.put(name, new FrameReader(m_file, frame).annotations().size());
                }
            }
        }
        return widths;
    }

    static List<CompoundField> numeric(final Hdf5Dataset records) throws IOException {
        return records.fields().stream().filter(f -> f.type().isNumeric()).toList();
    }

    static boolean isMatrix(final Hdf5Dataset data) {
        final var shape = data.shape();
        return shape.length == 2 && shape[1] <= Integer.MAX_VALUE && data.type().isNumeric();
    }

    static boolean isFrame(final Hdf5Group group) throws IOException {
        return group.attributes().text("encoding-type").orElse("").equals("dataframe");
    }

    private void checkRows(final String name, final DenseMatrix matrix) {
        if (matrix.rows() != m_rows) {
            throw new MalformedAnnDataException(m_file.path(), "/" + m_slot + "/" + name,
                "there are %d rows, but %d %s.".formatted(matrix.rows(), m_rows,
                    m_slot.equals("obsm") ? "cells" : "genes"),
                "Remove or recompute this embedding and save the file again.");
        }
    }

    private DenseMatrix matrix(final String name, final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Dataset data && isMatrix(data)) {
            data.checkPlausible();
            return new H5Dense(data);
        }
        if (node instanceof Hdf5Group group && isFrame(group)) {
            final var matrix = matrix(new FrameReader(m_file, group).read(m_notes));
            if (matrix != null) {
                return matrix;
            }
        }
        m_notes.add("%s '%s' is no dense matrix of numbers and was left out.".formatted(m_slot, name));
        return null;
    }

    /** @return the columns side by side, or null if one is not numeric */
    static DenseMatrix matrix(final Frame frame) {
        final List<Column> columns = new ArrayList<>(frame.columns().values());
        final var rows = new float[frame.size()][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            for (int i = 0; i < rows.length; i++) {
                final var column = columns.get(j);
                if (column instanceof RealColumn real) {
                    rows[i][j] = (float)real.values()[i];
                } else if (column instanceof IntegerColumn whole) {
                    rows[i][j] = column.isMissing(i) ? Float.NaN : whole.values()[i];
                } else if (column instanceof BooleanColumn truth) {
                    rows[i][j] = column.isMissing(i) ? Float.NaN : truth.values()[i] ? 1 : 0;
                } else {
                    return null;
                }
            }
        }
        return DenseMatrix.of(rows, columns.size());
    }
}
