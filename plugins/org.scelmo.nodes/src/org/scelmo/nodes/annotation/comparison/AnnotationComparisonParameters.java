package org.scelmo.nodes.annotation.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.Messages;

/** Settings of the Annotation Comparison. */
final class AnnotationComparisonParameters implements NodeParameters {

    /** Which rows count. */
    enum Cells {
            @Label(value = "Those that all predict", description = "Rows that have the truth and all predictions, so "
                + "that all are scored on the same cells.")
            COMMON,
            @Label(value = "All of each", description = "For each prediction the rows that have it and the truth.")
            EACH;
    }

    @Widget(title = "Truth", description = "The column with the labels that are known to be right. Default: the first "
        + "text column whose name does not look like a prediction.")
    @ChoicesProvider(StringColumnsProvider.class)
    String m_truth;

    @Widget(title = "Predictions", description = "The columns with predicted labels, one per method. Default: all text "
        + "columns whose names look like a prediction.")
    @ChoicesProvider(StringColumnsProvider.class)
    ColumnFilter m_predictions = new ColumnFilter();

    @Widget(title = "Cells", description = "Which rows count where predictions are missing, as they are for the "
        + "reference cells of kNN Annotate. Default: those that all predict.")
    @ValueSwitchWidget
    Cells m_cells = Cells.COMMON;

    AnnotationComparisonParameters() {
        // for loading
    }

    AnnotationComparisonParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(spec -> {
            guessTruth(spec);
            m_predictions = new ColumnFilter(texts(spec).stream()
                .filter(c -> looksPredicted(c.getName()) && !c.getName().equals(m_truth)).toList());
        });
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guessTruth(final DataTableSpec spec) {
        if (m_truth == null) {
            m_truth = texts(spec).stream().map(DataColumnSpec::getName).filter(name -> !looksPredicted(name))
                .findFirst().orElse(null);
        }
    }

    /** @return names of the chosen columns */
    List<String> predictions(final DataTableSpec spec) throws InvalidSettingsException {
        final var chosen = Arrays.stream(AnnotationColumns.select(texts(spec), m_predictions, "prediction"))
            .filter(name -> !name.equals(m_truth)).toList();
        if (chosen.isEmpty()) {
            throw Messages.invalid("No prediction is chosen to compare with '%s'.".formatted(m_truth),
                "Choose the columns with predicted labels in the dialog.");
        }
        return chosen;
    }

    private static List<DataColumnSpec> texts(final DataTableSpec spec) {
        return ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class);
    }

    private static boolean looksPredicted(final String name) {
        return name.toLowerCase(Locale.ROOT).contains("predict");
    }
}
