package org.scelmo.nodes.annotation.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.annotate.ClassificationReport;
import org.scelmo.core.annotate.UnassignedRule;
import org.scelmo.nodes.annotation.comparison.AnnotationComparisonParameters.Cells;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Scores several predictions of the same labels side by side. */
public final class AnnotationComparisonNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Annotation Comparison") //
        .icon("./annotation-comparison.png") //
        .shortDescription("Scores several predictions of the same labels side by side.") //
        .fullDescription("""
                Compares each of several columns of predicted labels with the one of known labels, and gives one row \
                of scores per prediction. Use it to tell which embedding or which method annotates best, as in Table 1 \
                of the scELMo paper; Annotation Scorer tells more about a single one.
                <ul>
                  <li><b>Same cells:</b> unless set otherwise, only rows count that have all predictions.</li>
                  <li><b>Macro averages:</b> precision, recall and F1 are computed for each class and averaged with \
                  equal weight, over all labels that occur in truth or prediction, as in Annotation Scorer.</li>
                  <li><b>Unassigned cells</b> count as wrong, and their label as a class.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputTable("Table", "Table with a column of known labels and one column per prediction, one row per "
                + "cell, for example from AnnData to Table.") //
            .addOutputTable("Scores", "One row per prediction, in the order of the columns: accuracy, macro precision, "
                + "macro recall, macro F1, weighted F1, and the number of cells that were scored.")) //
        .model(m -> m //
            .parametersClass(AnnotationComparisonParameters.class) //
            .configure(AnnotationComparisonNodeFactory::configure) //
            .execute(AnnotationComparisonNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("accuracy", "F1", "precision", "recall", "benchmark", "cell type", "scRNA-seq", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    private static final DataTableSpec SCORES = new DataTableSpec(Tables.column("Accuracy", DoubleCell.TYPE),
        Tables.column("Macro precision", DoubleCell.TYPE), Tables.column("Macro recall", DoubleCell.TYPE),
        Tables.column("Macro F1", DoubleCell.TYPE), Tables.column("Weighted F1", DoubleCell.TYPE),
        Tables.column("Cells", LongCell.TYPE));

    public AnnotationComparisonNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        Labels.check(in.getParameters(), in.getInTableSpec(0));
        out.setOutSpec(0, SCORES);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnotationComparisonParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var labels = Labels.read(in.getInTable(0), parameters, progress.part(0, 0.9));
            final var reports = labels.reports(parameters.m_cells, warnings);
            out.setOutData(0, Tables.build(SCORES, labels.names.toArray(String[]::new), i -> row(reports.get(i)), exec,
                progress.part(0.9, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static DataCell[] row(final ClassificationReport report) {
        return new DataCell[]{number(report, report.accuracy()), number(report, report.macroPrecision()),
            number(report, report.macroRecall()), number(report, report.macroF1()),
            number(report, report.weightedF1()), new LongCell(report.cells())};
    }

    private static DataCell number(final ClassificationReport report, final double value) {
        return report.cells() > 0 ? new DoubleCell(value) : DataType.getMissingCell();
    }

    /**
     * The labels of the rows that have a truth.
     *
     * @param names of the predictions
     * @param truth per row
     * @param predicted per row one label per prediction; null where it is missing
     */
    private record Labels(List<String> names, List<String> truth, List<String[]> predicted) {

        static List<String> check(final AnnotationComparisonParameters parameters, final DataTableSpec spec)
            throws InvalidSettingsException {
            parameters.guessTruth(spec);
            Columns.find(spec, parameters.m_truth, "truth", StringValue.class);
            return parameters.predictions(spec);
        }

        static Labels read(final BufferedDataTable table, final AnnotationComparisonParameters parameters,
            final Progress progress) throws IOException, InvalidSettingsException {
            final var spec = table.getDataTableSpec();
            final var labels = new Labels(check(parameters, spec), new ArrayList<>(), new ArrayList<>());
            final int truth = spec.findColumnIndex(parameters.m_truth);
            final var columns = labels.names.stream().mapToInt(spec::findColumnIndex).toArray();
            long rows = 0;
            try (var iterator = table.iterator()) {
                while (iterator.hasNext()) {
                    final var row = iterator.next();
                    progress.checkCanceled();
                    progress.update((double)++rows / table.size(), () -> "Reading labels");
                    if (!row.getCell(truth).isMissing()) {
                        labels.truth.add(text(row.getCell(truth)));
                        final var ofRow = new String[columns.length];
                        for (int p = 0; p < columns.length; p++) {
                            ofRow[p] = text(row.getCell(columns[p]));
                        }
                        labels.predicted.add(ofRow);
                    }
                }
            }
            return labels;
        }

        private static String text(final DataCell cell) {
            return cell.isMissing() ? null : ((StringValue)cell).getStringValue();
        }

        List<ClassificationReport> reports(final Cells cells, final Warnings warnings) {
            final List<ClassificationReport> reports = new ArrayList<>();
            for (int p = 0; p < names.size(); p++) {
                final List<String> known = new ArrayList<>();
                final List<String> given = new ArrayList<>();
                for (int i = 0; i < truth.size(); i++) {
                    final var ofRow = predicted.get(i);
                    if (ofRow[p] != null && (cells == Cells.EACH || Arrays.stream(ofRow).allMatch(Objects::nonNull))) {
                        known.add(truth.get(i));
                        given.add(ofRow[p]);
                    }
                }
                reports.add(ClassificationReport.of(known, given, UnassignedRule.OWN_CLASS));
            }
            if (reports.stream().anyMatch(r -> r.cells() == 0)) {
                warnings.add("No row has both the truth and %s, so that nothing can be scored.",
                    cells == Cells.EACH ? "some prediction" : "all predictions");
            }
            return reports;
        }
    }
}
