package org.scelmo.nodes.preprocessing.genemapping;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of Map Gene Identifiers. */
final class MapGeneIdentifiersParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** What genes shall be named by. */
    enum Target {
            @Label(value = "Approved symbols", description = "From Ensembl ids, and from previous symbols and aliases.")
            SYMBOL,
            @Label(value = "Ensembl ids", description = "From symbols of any kind; ids lose their version.")
            ENSEMBL;
    }

    /** What happens to genes that get the same name. */
    enum Conflicts {
            @Label(value = "Number", description = "All stay; a number is appended to the names of all but the best "
                + "found, as in CD3E-1.")
            NUMBER,
            @Label(value = "Sum", description = "They become one gene whose values are the sums. For counts only.")
            SUM,
            @Label(value = "Most expressed", description = "The gene with the largest sum of expression stays, the "
                + "others are removed.")
            MOST_EXPRESSED;
    }

    static final class SymbolChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return RowNames.choices(input, TABLE);
        }
    }

    static final class TextColumns implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None",
                ColumnSelectionUtil.getStringColumns(input, TABLE).stream().map(DataColumnSpec::getName).toList());
        }
    }

    @Widget(title = "Map to", description = "What the genes are named by afterwards. Default: approved symbols.")
    @ValueSwitchWidget
    Target m_target = Target.SYMBOL;

    @Widget(title = "Approved symbols", description = "The column of the table with the approved symbol of each gene, "
        + "or the RowID. Default: the column that looks so by its name, as in the files of HGNC and MGI.")
    @ChoicesProvider(SymbolChoices.class)
    String m_symbol;

    @Widget(title = "Ensembl ids", description = "The column with Ensembl ids; their versions do not count. Default: "
        + "the column that looks so by its name.")
    @ChoicesProvider(TextColumns.class)
    String m_ensembl;

    @Widget(title = "Previous symbols", description = "The column with symbols that were approved once, several "
        + "separated by <tt>|</tt>, comma or semicolon. Default: the column that looks so by its name.")
    @ChoicesProvider(TextColumns.class)
    String m_previous;

    @Widget(title = "Aliases", description = "The column with other names in use, separated the same way. Default: the "
        + "column that looks so by its name.")
    @ChoicesProvider(TextColumns.class)
    String m_alias;

    @Widget(title = "Genes with the same name", description = "What happens if several genes of the data get the same "
        + "name. Default: number.")
    @ValueSwitchWidget
    Conflicts m_conflicts = Conflicts.NUMBER;

    @Widget(title = "Names of genes", description = "Where the names to map stand: the index of var, or one of its "
        + "columns. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Advanced
    String m_geneColumn = AnnDataChoices.NONE;

    @Widget(title = "Ignore case", description = "If selected, a name that is not found is looked for again in upper "
        + "and lower case alike, for example CD79A as the mouse symbol Cd79a. Use it with a table of the species of "
        + "the data only: Cd79a and CD79A are genes of two species. Default: not selected.")
    @Advanced
    boolean m_ignoreCase;

    MapGeneIdentifiersParameters() {
        // for loading
    }

    MapGeneIdentifiersParameters(final NodeParametersInput input) {
        input.getInTableSpec(TABLE).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guess(final DataTableSpec table) {
        m_symbol = m_symbol == null ? MappingColumns.symbol(table) : m_symbol;
        m_ensembl = m_ensembl == null ? MappingColumns.ensembl(table) : m_ensembl;
        m_previous = m_previous == null ? MappingColumns.previous(table) : m_previous;
        m_alias = m_alias == null ? MappingColumns.alias(table) : m_alias;
    }

    /** Checks the columns of the table. */
    void check(final DataTableSpec table) throws InvalidSettingsException {
        guess(table);
        RowNames.of(table, m_symbol, "symbol");
        if (m_target == Target.ENSEMBL && AnnDataChoices.isNone(m_ensembl)) {
            throw Messages.invalid("No column with Ensembl ids is chosen, and none could be guessed.",
                "Choose the column with Ensembl ids in the dialog.",
                "Use a table that has Ensembl ids, such as the complete set of HGNC.");
        }
        column(table, m_ensembl, "Ensembl id");
        column(table, m_previous, "previous symbol");
        column(table, m_alias, "alias");
    }

    /** @return position of the column, −1 if none is chosen */
    static int column(final DataTableSpec table, final String name, final String purpose)
        throws InvalidSettingsException {
        return AnnDataChoices.isNone(name) ? -1 : Columns.find(table, name, purpose, StringValue.class);
    }
}
