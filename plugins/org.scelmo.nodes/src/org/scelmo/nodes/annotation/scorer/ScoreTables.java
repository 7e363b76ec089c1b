package org.scelmo.nodes.annotation.scorer;

import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.annotate.ClassScore;
import org.scelmo.core.annotate.ClassificationReport;
import org.scelmo.nodes.support.Tables;

/** A report as tables: the scores, those of each class, and the confusion matrix. */
final class ScoreTables {

    static final DataTableSpec SCORES = new DataTableSpec(Tables.column("Value", DoubleCell.TYPE));

    static final DataTableSpec CLASSES = new DataTableSpec(Tables.column("Precision", DoubleCell.TYPE),
        Tables.column("Recall", DoubleCell.TYPE), Tables.column("F1", DoubleCell.TYPE),
        Tables.column("Cells", LongCell.TYPE), Tables.column("Predicted", LongCell.TYPE));

    private ScoreTables() {
    }

    /** @return one row per score; missing values if nothing was scored */
    static BufferedDataTable scores(final ClassificationReport report, final ExecutionContext exec) {
        final boolean scored = report.cells() > 0;
        final var container = new RowAdder(SCORES, exec);
        container.add("Accuracy", number(scored, report.accuracy()));
        container.add("Macro precision", number(scored, report.macroPrecision()));
        container.add("Macro recall", number(scored, report.macroRecall()));
        container.add("Macro F1", number(scored, report.macroF1()));
        container.add("Weighted F1", number(scored, report.weightedF1()));
        container.add("Cells", new DoubleCell(report.cells()));
        container.add("Unassigned cells", new DoubleCell(report.unassigned()));
        return container.table();
    }

    private static DataCell number(final boolean known, final double value) {
        return known ? new DoubleCell(value) : DataType.getMissingCell();
    }

    /** @return one row per class */
    static BufferedDataTable classes(final ClassificationReport report, final ExecutionContext exec) {
        final var container = new RowAdder(CLASSES, exec);
        for (final ClassScore score : report.classes()) {
            container.add(score.label(), new DoubleCell(score.precision()), new DoubleCell(score.recall()),
                new DoubleCell(score.f1()), new LongCell(score.support()), new LongCell(score.predicted()));
        }
        return container.table();
    }

    /** @return true labels as rows, predicted ones as columns */
    static BufferedDataTable confusion(final ClassificationReport report, final ExecutionContext exec) {
        final List<String> labels = report.labels();
        final var spec = Tables.spec(labels.stream().map(label -> Tables.column(label, LongCell.TYPE)).toList());
        final var container = new RowAdder(spec, exec);
        for (int i = 0; i < labels.size(); i++) {
            final var counts = report.confusion()[i];
            container.add(labels.get(i),
                IntStream.range(0, labels.size()).mapToObj(j -> new LongCell(counts[j])).toArray(DataCell[]::new));
        }
        return container.table();
    }
}
