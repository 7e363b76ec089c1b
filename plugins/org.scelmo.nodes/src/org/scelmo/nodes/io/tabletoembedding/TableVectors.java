package org.scelmo.nodes.io.tabletoembedding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.store.EmbeddingPartWriter;
import org.scelmo.nodes.io.tabletoembedding.TableToEmbeddingParameters.BadRows;
import org.scelmo.nodes.io.tabletoembedding.TableToEmbeddingParameters.Duplicates;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.VectorCells;
import org.scelmo.nodes.support.Warnings;

/** The named vectors of a table, read once, row by row. */
final class TableVectors implements EmbeddingPortObject.Vectors {

    private static final int ROWS_PER_REPORT = 256;

    private final BufferedDataTable m_table;

    private final TableToEmbeddingParameters m_parameters;

    private final RowNames m_names;

    private final VectorCells m_vectors;

    private final Progress m_progress;

    /** RowID by name. */
    private final Map<String, String> m_seen = new HashMap<>();

    private final List<String> m_leftOut = new ArrayList<>();

    private final List<String> m_duplicates = new ArrayList<>();

    private String m_first;

    private int m_length;

    TableVectors(final BufferedDataTable table, final TableToEmbeddingParameters parameters, final RowNames names,
        final VectorCells vectors, final Progress progress) {
        m_table = table;
        m_parameters = parameters;
        m_names = names;
        m_vectors = vectors;
        m_progress = progress;
    }

    @Override
    public void writeTo(final EmbeddingPartWriter writer) throws IOException {
        long done = 0;
        try (var rows = m_table.iterator()) {
            while (rows.hasNext()) {
                if (done % ROWS_PER_REPORT == 0) {
                    final long row = done;
                    m_progress.checkCanceled();
                    m_progress.update((double)done / m_table.size(),
                        () -> String.format(Locale.ROOT, "Reading vector %,d of %,d", row, m_table.size()));
                }
                done++;
                final var row = rows.next();
                write(row.getKey().getString(), m_names.of(row), m_vectors.of(row), writer);
            }
        }
    }

    private void write(final String row, final String name, final float[] vector, final EmbeddingPartWriter writer)
        throws IOException {
        final var problem = problem(name, vector);
        if (problem != null) {
            leaveOut(row, problem);
            return;
        }
        if (m_first == null) {
            m_first = row;
            m_length = vector.length;
        } else if (vector.length != m_length) {
            throw VectorCells.uneven(row, vector.length, m_first, m_length);
        }
        final var other = m_seen.putIfAbsent(name, row);
        if (other == null) {
            writer.append(name, vector);
        } else if (m_parameters.m_duplicates == Duplicates.FAIL) {
            throw new ScelmoException("The rows '%s' and '%s' have the same name '%s'.".formatted(other, row, name),
                "Remove duplicates before this node, for example with the Duplicate Row Filter.",
                "Set 'Duplicate names' to keep first in the dialog.");
        } else {
            m_duplicates.add(name);
        }
    }

    private static String problem(final String name, final float[] vector) {
        if (name == null) {
            return "has no name";
        }
        if (vector == null) {
            return "has no vector";
        }
        final int bad = VectorCells.firstNotFinite(vector);
        return bad < 0 ? null
            : "has a vector whose number %d of %d is missing, NaN or infinite".formatted(bad + 1, vector.length);
    }

    private void leaveOut(final String row, final String problem) {
        if (m_parameters.m_badRows == BadRows.FAIL) {
            throw new ScelmoException("Row '%s' %s.".formatted(row, problem), "Filter out such rows before this node.",
                "Set 'Rows without a whole vector' to leave out in the dialog.");
        }
        m_leftOut.add(row);
    }

    /** To be called after the vectors were written. */
    void warn(final Warnings warnings) {
        if (m_seen.isEmpty()) {
            warnings.add("The table gives no vector, so that the output is empty.");
        }
        if (!m_leftOut.isEmpty()) {
            warnings.add("%,d of %,d rows were left out because they give no whole vector: %s.", m_leftOut.size(),
                m_table.size(), Warnings.examples(m_leftOut));
        }
        if (!m_duplicates.isEmpty()) {
            warnings.add("%,d rows were left out because their name came before: %s.", m_duplicates.size(),
                Warnings.examples(m_duplicates));
        }
    }
}
