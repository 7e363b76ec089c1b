package org.scelmo.nodes.languagemodel.function;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scelmo.nodes.support.Distance;
import org.scelmo.nodes.support.Messages;

/** Settings of the Gene Function Scorer. */
final class GeneFunctionScorerParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** The text columns of the table, which is the second input. */
    static final class TextColumns implements FilteredInputTableColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return TABLE;
        }

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return column.getType().isCompatible(StringValue.class);
        }
    }

    @Widget(title = "Genes", description = "The text column with names of genes as the embedding has them. Default: "
        + "the first text column.")
    @ChoicesProvider(TextColumns.class)
    String m_genes;

    @Widget(title = "Functions", description = "The text column with one function or class per gene. Default: the "
        + "last other text column.")
    @ChoicesProvider(TextColumns.class)
    String m_functions;

    @Widget(title = "Neighbors", description = "How many nearest genes vote. Default: 10, as in the paper.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_neighbors = 10;

    @Widget(title = "Held out (%)",
        description = "Percentage of the genes whose function is predicted from the others. Default: 20, as in the "
            + "paper.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_heldOut = 20;

    @Widget(title = "Distance", description = "How far apart two vectors are. Default: cosine.")
    @ValueSwitchWidget
    Distance m_distance = Distance.COSINE;

    @Widget(title = "Seed", description = "Which genes are held out, as scikit-learn's random_state. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_seed;

    GeneFunctionScorerParameters() {
        // for loading
    }

    GeneFunctionScorerParameters(final NodeParametersInput input) {
        input.getInTableSpec(TABLE).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guess(final DataTableSpec spec) {
        final var names = ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        if (m_genes == null && !names.isEmpty()) {
            m_genes = names.get(0);
        }
        if (m_functions == null && names.size() > 1) {
            m_functions = names.get(names.size() - 1);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_heldOut < 1 || m_heldOut > 99) {
            throw Messages.invalid("%d %% cannot be held out.".formatted(m_heldOut),
                "Enter a percentage from 1 to 99 in the dialog.");
        }
        if (m_neighbors < 1) {
            throw Messages.invalid("%d neighbors cannot vote.".formatted(m_neighbors),
                "Enter 1 or more neighbors in the dialog.");
        }
    }
}
