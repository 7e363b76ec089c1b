package org.scelmo.nodes.languagemodel.geneembed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.store.EmbeddingPartWriter;
import org.scelmo.llm.run.Embedded;
import org.scelmo.llm.run.RowStatus;
import org.scelmo.llm.run.RunSummary;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.Warnings;

/** The vectors of the rows of a table, written as they come; each row is reported. */
final class RowVectors implements EmbeddingPortObject.Vectors {

    private final BufferedDataTable m_table;

    private final Way m_way;

    private final WithoutVector m_withoutVector;

    private final Report m_report;

    private final Progress m_progress;

    private final Set<String> m_names = new HashSet<>();

    private final List<String> m_duplicates = new ArrayList<>();

    /** Names that wait for the length of vectors of zeros. */
    private final List<String> m_waiting = new ArrayList<>();

    private final List<String> m_without = new ArrayList<>();

    private int m_dimensions;

    private Embedded m_firstWithout;

    private RunSummary m_summary;

    RowVectors(final BufferedDataTable table, final Way way, final WithoutVector withoutVector, final Report report,
        final Progress progress) {
        m_table = table;
        m_way = way;
        m_withoutVector = withoutVector;
        m_report = report;
        m_progress = progress;
    }

    /** Where vectors come from. */
    interface Way {

        /** Hands on what came of each row, in their order. */
        RunSummary run(Iterator<DataRow> rows, long count, Consumer<Embedded> sink, Progress progress);

        /** @return what helps rows without a vector, as a sentence */
        String remedy();
    }

    @Override
    public void writeTo(final EmbeddingPartWriter writer) throws IOException {
        try (var asked = m_table.iterator(); var kept = m_table.iterator()) {
            m_summary = m_way.run(asked, m_table.size(), embedded -> {
                try {
                    m_report.add(kept.next().getKey(), embedded, write(embedded, writer));
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, m_progress);
        }
        check();
    }

    /** @return whether the row was left out because its name came before */
    private boolean write(final Embedded embedded, final EmbeddingPartWriter writer) throws IOException {
        final var name = embedded.name();
        if (!name.isEmpty() && m_names.contains(name)) {
            m_duplicates.add(name);
            return true;
        }
        if (embedded.answer().isPresent()) {
            final var vector = embedded.answer().get().vector();
            m_dimensions = vector.length;
            for (final var waiting : m_waiting) {
                writer.append(waiting, new float[m_dimensions]);
            }
            m_waiting.clear();
            writer.append(name, vector);
            m_names.add(name);
            return false;
        }
        m_without.add(name);
        m_firstWithout = m_firstWithout == null ? embedded : m_firstWithout;
        if (m_withoutVector == WithoutVector.ZERO && !name.isEmpty()) {
            m_names.add(name);
            if (m_dimensions == 0) {
                m_waiting.add(name);
            } else {
                writer.append(name, new float[m_dimensions]);
            }
        }
        return false;
    }

    private void check() {
        final boolean fails = m_withoutVector == WithoutVector.FAIL;
        if (m_summary.stopped().isPresent() && (m_dimensions == 0 || fails)) {
            throw m_summary.stopped().get();
        }
        if (fails && m_firstWithout != null) {
            throw new ScelmoException(
                String.format(Locale.ROOT, "%,d of %,d rows got no vector; the first is '%s': %s", m_without.size(),
                    m_summary.rows(), m_firstWithout.name(), reason(m_firstWithout)),
                m_way.remedy(),
                "Set 'Rows without a vector' to leave out in the dialog.");
        }
    }

    private static String reason(final Embedded embedded) {
        return embedded.status() == RowStatus.EMPTY ? "The text is empty." : embedded.reason();
    }

    RunSummary summary() {
        return m_summary;
    }

    void warn(final Warnings warnings) {
        m_summary.stopped().ifPresent(why -> warnings.add("Asking stopped early: " + why.getMessage()));
        if (m_dimensions == 0) {
            warnings.add("No row has a vector, so that the output is empty.");
        }
        if (m_firstWithout != null) {
            warnings.add("%,d of %,d rows got no vector, first '%s': %s The report tells of each.", m_without.size(),
                m_summary.rows(), m_firstWithout.name(), reason(m_firstWithout));
        }
        if (!m_duplicates.isEmpty()) {
            warnings.add("%,d rows were left out because their name came before: %s.", m_duplicates.size(),
                Warnings.examples(m_duplicates));
        }
        if (m_summary.damaged() > 0) {
            warnings.add("%,d entries of the answer cache were damaged and asked for again.", m_summary.damaged());
        }
    }
}
