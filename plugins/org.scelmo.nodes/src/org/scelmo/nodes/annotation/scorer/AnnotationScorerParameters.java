package org.scelmo.nodes.annotation.scorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;

/** Settings of the Annotation Scorer. */
final class AnnotationScorerParameters implements NodeParameters {

    /** What happens with rows in which truth or prediction is missing. */
    enum MissingValues {
            @Label(value = "Ignore", description = "They are left out and counted in a warning.")
            IGNORE,
            @Label(value = "Fail", description = "The node fails and names the first such row and its column.")
            FAIL;
    }

    @Widget(title = "Truth", description = "The column with the labels that are known to be right. Default: the first "
        + "text column whose name does not look like a prediction.")
    @ChoicesProvider(StringColumnsProvider.class)
    String m_truth;

    @Widget(title = "Prediction", description = "The column with the predicted labels. Default: the first text column "
        + "whose name looks like a prediction, otherwise the last other one.")
    @ChoicesProvider(StringColumnsProvider.class)
    String m_prediction;

    @Widget(title = "Missing values", description = "What happens with rows in which one of the two is missing. "
        + "Default: ignore.")
    @ValueSwitchWidget
    MissingValues m_missingValues = MissingValues.IGNORE;

    AnnotationScorerParameters() {
        // for loading
    }

    AnnotationScorerParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guess(final DataTableSpec spec) {
        final List<String> names = ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        if (m_prediction == null) {
            final Optional<String> named =
                names.stream().filter(AnnotationScorerParameters::looksPredicted).findFirst();
            m_prediction = named.orElse(names.size() < 2 ? null : names.get(names.size() - 1));
        }
        if (m_truth == null) {
            final var others = names.stream().filter(name -> !name.equals(m_prediction)).toList();
            m_truth = others.stream().filter(name -> !looksPredicted(name)).findFirst()
                .orElse(others.isEmpty() ? null : others.get(0));
        }
    }

    private static boolean looksPredicted(final String name) {
        return name.toLowerCase(Locale.ROOT).contains("predict");
    }
}
