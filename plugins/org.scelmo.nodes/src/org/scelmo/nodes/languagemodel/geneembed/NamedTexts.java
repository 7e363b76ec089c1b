package org.scelmo.nodes.languagemodel.geneembed;

import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.run.EmbedRow;
import org.scelmo.nodes.support.RowNames;

/**
 * The names and texts of a table.
 *
 * @param names of the texts
 * @param texts position of the column
 */
record NamedTexts(RowNames names, int texts) {

    /** @return the row as a text to embed; one whose name or text is missing has none */
    EmbedRow of(final DataRow row) {
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

    Iterator<EmbedRow> of(final Iterator<DataRow> rows) {
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
