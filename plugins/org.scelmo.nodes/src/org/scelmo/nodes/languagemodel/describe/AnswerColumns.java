package org.scelmo.nodes.languagemodel.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.scelmo.llm.lint.Lint;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.run.Description;
import org.scelmo.nodes.support.Tables;

/** The columns that answers add to the input table. Answers are texts from outside: kept as they are, never parsed. */
final class AnswerColumns {

    /** Positions among the columns of {@link #answer}. */
    static final int TEXT = 0;
    static final int STATUS = 1;
    static final int REASON = 2;
    static final int LINT = 3;
    static final int INPUT_TOKENS = 4;
    static final int SECONDS = 11;

    private static final List<DataColumnSpec> COLUMNS = List.of(Tables.column("Description", StringCell.TYPE),
        Tables.column("Status", StringCell.TYPE), Tables.column("Reason", StringCell.TYPE),
        Tables.column("Lint", StringCell.TYPE), Tables.column("Input tokens", LongCell.TYPE),
        Tables.column("Output tokens", LongCell.TYPE), Tables.column("Cost", DoubleCell.TYPE),
        Tables.column("Model", StringCell.TYPE), Tables.column("Fingerprint", StringCell.TYPE),
        Tables.column("Prompt hash", StringCell.TYPE), Tables.column("Time", StringCell.TYPE),
        Tables.column("Seconds", DoubleCell.TYPE));

    private AnswerColumns() {
    }

    static DataTableSpec spec(final DataTableSpec input) {
        final var columns = new ArrayList<DataColumnSpec>();
        input.forEach(columns::add);
        columns.addAll(COLUMNS);
        return Tables.spec(columns);
    }

    /** @return the row with its answer */
    static DataRow row(final DataRow input, final Description answer) {
        final var text = answer.answer();
        return extend(input, List.of(text(text.map(TextAnswer::text).orElse("")), text(answer.status().label()),
            text(answer.reason()), text(lint(answer.lint())), new LongCell(answer.usage().inputTokens()),
            new LongCell(answer.usage().outputTokens()), new DoubleCell(answer.cost().doubleValue()),
            text(text.map(TextAnswer::servedModel).orElse("")), text(text.map(TextAnswer::fingerprint).orElse("")),
            text(answer.promptHash()), text(answer.time().map(Object::toString).orElse("")),
            answer.took().<DataCell> map(took -> new DoubleCell(took.toMillis() / 1000.0))
                .orElse(DataType.getMissingCell())));
    }

    /** @return the added columns of a row of the output */
    static List<DataCell> answer(final DataRow row) {
        final int first = row.getNumCells() - COLUMNS.size();
        return IntStream.range(first, row.getNumCells()).mapToObj(row::getCell).toList();
    }

    /** @return the row if nothing was asked */
    static DataRow unasked(final DataRow input) {
        return extend(input, COLUMNS.stream().map(c -> DataType.getMissingCell()).toList());
    }

    private static DataRow extend(final DataRow input, final List<DataCell> added) {
        final var cells = new ArrayList<DataCell>(input.getNumCells() + added.size());
        input.forEach(cells::add);
        cells.addAll(added);
        return new DefaultRow(input.getKey(), cells);
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }

    private static String lint(final Set<Lint> lint) {
        return lint.stream().map(Lint::text).collect(Collectors.joining(" "));
    }
}
