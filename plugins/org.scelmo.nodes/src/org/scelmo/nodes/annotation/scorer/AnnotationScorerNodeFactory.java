package org.scelmo.nodes.annotation.scorer;

import java.util.ArrayList;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.annotate.ClassificationReport;
import org.scelmo.core.annotate.UnassignedRule;
import org.scelmo.nodes.annotation.scorer.AnnotationScorerParameters.MissingValues;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.view.ViewPage;

/** Compares predicted labels with known ones. */
public final class AnnotationScorerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Annotation Scorer") //
        .icon("./annotation-scorer.png") //
        .shortDescription("Compares predicted cell types with known ones.") //
        .fullDescription("""
                Compares the predicted label of each cell with the label that is known to be right, and tells how well \
                the prediction works overall and for each class. Use it after kNN Annotate or any other node that \
                predicts a label.
                <ul>
                  <li><b>Macro averages:</b> precision, recall and F1 are computed for each class and averaged with \
                  equal weight, over all labels that occur in truth or prediction. Rare cell types count as much as \
                  frequent ones. Macro F1 is the mean of the classes' F1, as in scikit-learn and in the scELMo \
                  paper.</li>
                  <li><b>Undefined values:</b> the precision of a class that is never predicted, and the recall of a \
                  class that never occurs, are 0.</li>
                  <li><b>Unassigned cells:</b> the label <tt>unassigned</tt> counts as a wrong answer and, as any \
                  other label, as a class.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputTable("Table", "Table with a column of known labels and a column of predicted labels, one row per "
                + "cell.") //
            .addOutputTable("Scores", "One row per score: accuracy, macro precision, recall and F1, weighted F1, "
                + "number of cells, and number of unassigned cells.") //
            .addOutputTable("Scores per class", "One row per class with its precision, recall, F1, and the numbers of "
                + "cells that are of the class and that are predicted to be.") //
            .addOutputTable("Confusion matrix", "Numbers of cells by true label (rows) and predicted label (columns)."))
        .model(m -> m //
            .parametersClass(AnnotationScorerParameters.class) //
            .configure(AnnotationScorerNodeFactory::configure) //
            .execute(AnnotationScorerNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("accuracy", "F1", "precision", "recall", "confusion matrix", "cell type", "scRNA-seq", "scELMo") //
        .addExternalResource("https://scikit-learn.org/stable/modules/model_evaluation.html",
            "Definitions of the scores in scikit-learn") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)") //
        .addView(v -> v //
            .withoutParameters() //
            .description("The confusion matrix as a heat map, and the scores of each class.") //
            .page(p -> p.fromString(AnnotationScorerNodeFactory::page).relativePath("annotation-scores.html")) //
            .initialData(d -> d.data(ScorerView::of)));

    public AnnotationScorerNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(AnnotationScorerNodeFactory.class, "Annotation Scores", "annotation-scores.css",
            "confusion-matrix.js", "annotation-scores.js");
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        chosen(in.getParameters(), in.getInTableSpec(0));
        out.setOutSpec(0, ScoreTables.SCORES);
        out.setOutSpec(1, ScoreTables.CLASSES);
        // the columns of the confusion matrix are the labels, which only the data tell
        out.setOutSpec(2, null);
    }

    /** Positions of the two columns in the table. */
    private record Chosen(int truth, int prediction) {
    }

    private static Chosen chosen(final AnnotationScorerParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        parameters.guess(spec);
        final var chosen = new Chosen(Columns.find(spec, parameters.m_truth, "truth", StringValue.class),
            Columns.find(spec, parameters.m_prediction, "prediction", StringValue.class));
        if (chosen.truth == chosen.prediction) {
            throw Messages.invalid("Truth and prediction are the same column, '%s'.".formatted(parameters.m_truth),
                "Choose two different columns in the dialog.");
        }
        return chosen;
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnotationScorerParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var report = report(in.getInTable(0), parameters, warnings, progress.part(0, 0.9));
            out.setOutData(0, ScoreTables.scores(report, exec));
            final var classes = ScoreTables.classes(report, exec);
            final var confusion = ScoreTables.confusion(report, exec);
            out.setOutData(1, classes);
            out.setOutData(2, confusion);
            out.setInternalData(classes, confusion);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static ClassificationReport report(final BufferedDataTable table,
        final AnnotationScorerParameters parameters, final Warnings warnings, final Progress progress)
        throws InvalidSettingsException {
        final var chosen = chosen(parameters, table.getDataTableSpec());
        final var truth = new ArrayList<String>();
        final var predicted = new ArrayList<String>();
        long rows = 0;
        long missing = 0;
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final var row = iterator.next();
                progress.checkCanceled();
                progress.update((double)++rows / table.size(), () -> "Reading labels");
                final var t = row.getCell(chosen.truth);
                final var p = row.getCell(chosen.prediction);
                if (t.isMissing() || p.isMissing()) {
                    if (parameters.m_missingValues == MissingValues.FAIL) {
                        throw missing(row.getKey().getString(),
                            t.isMissing() ? parameters.m_truth : parameters.m_prediction);
                    }
                    missing++;
                } else {
                    truth.add(((StringValue)t).getStringValue());
                    predicted.add(((StringValue)p).getStringValue());
                }
            }
        }
        if (truth.isEmpty()) {
            warnings.add("No row has both a true and a predicted label, so that nothing can be scored.");
        } else if (missing > 0) {
            warnings.add("%,d of %,d rows were left out because a label is missing.", missing, rows);
        }
        return ClassificationReport.of(truth, predicted, UnassignedRule.OWN_CLASS);
    }

    private static ScelmoException missing(final String row, final String column) {
        return new ScelmoException("Row '%s' has no value in column '%s'.".formatted(row, column),
            "Filter out rows with missing labels before this node.", "Set 'Missing values' to ignore in the dialog.");
    }
}
