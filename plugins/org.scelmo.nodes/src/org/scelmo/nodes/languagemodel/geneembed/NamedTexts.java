package org.scelmo.nodes.languagemodel.geneembed;

import java.util.Iterator;
import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.run.EmbedRow;
import org.scelmo.llm.run.EmbedRun;
import org.scelmo.llm.run.Embedded;
import org.scelmo.llm.run.RunSummary;
import org.scelmo.nodes.support.RowNames;

/**
 * The names and texts of a table.
 *
 * @param names of the texts
 * @param texts position of the column
 */
record NamedTexts(RowNames names, int texts) {

    /** @return asks for the vectors of these texts */
    RowVectors.Way way(final EmbedRun run) {
        return new RowVectors.Way() {
            @Override
            public RunSummary run(final Iterator<DataRow> rows, final long count, final Consumer<Embedded> sink,
                final Progress progress) {
                return run.run(of(rows), count, sink, progress);
            }

            @Override
            public String remedy() {
                return "Execute again: the vectors that came are kept and cost nothing more.";
            }
        };
    }

    /** @return the row as a text to embed; one whose name or text is missing has none */
    private EmbedRow of(final DataRow row) {
        final var name = names.of(row);
        if (name == null) {
            return EmbedRow.unable("", new ScelmoException("The name is missing.", "Fill in the name."));
        }
        final var cell = row.getCell(texts);
        if (cell.isMissing()) {
            return EmbedRow.unable(name, new ScelmoException("The text is missing.", "Fill in the text."));
        }
        return EmbedRow.of(name, ((StringValue)cell).getStringValue());
    }

    private Iterator<EmbedRow> of(final Iterator<DataRow> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public EmbedRow next() {
                return of(rows.next());
            }
        };
    }
}
