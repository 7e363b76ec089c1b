package org.scelmo.nodes.io.addcellannotations;

import java.util.List;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;

/** Settings of Add Cell Annotations. */
final class AddCellAnnotationsParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** What happens with a column whose name an annotation or embedding of the data has. */
    enum NameClash {
            @Label(value = "Append number", description = "Both stay; a number is appended to the name of the new one.")
            APPEND_NUMBER,
            @Label(value = "Replace", description = "The column takes the place of the one of the data.")
            REPLACE,
            @Label(value = "Fail", description = "The node fails and names the column.")
            FAIL;
    }

    /** What happens with cells for which the table has no row. */
    enum CellsWithoutRow {
            @Label(value = "Missing values", description = "Their annotations are missing; a warning counts them.")
            MISSING,
            @Label(value = "Fail", description = "The node fails and names the first of them.")
            FAIL;
    }

    /** What happens with rows that have the name of an earlier row. */
    enum DuplicateRows {
            @Label(value = "Fail", description = "The node fails and names both rows.")
            FAIL,
            @Label(value = "Keep first", description = "The first row counts; a warning tells of the others.")
            KEEP_FIRST;
    }

    static final class NameChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return RowNames.choices(input, TABLE);
        }
    }

    static final class PossibleAnnotations implements FilteredInputTableColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return TABLE;
        }

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return AnnotationColumns.isAnnotation(column);
        }
    }

    @Widget(title = "Names of cells", description = "The text column of the table with the names of cells, as the "
        + "index of obs has them, or the RowID. Default: the RowID.")
    @ChoicesProvider(NameChoices.class)
    String m_names = AnnDataChoices.NONE;

    @Widget(title = "Columns", description = "The columns that become annotations of cells (obs), or embeddings (obsm) "
        + "if they hold lists of numbers. Default: all columns but the names.")
    @ChoicesProvider(PossibleAnnotations.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "If the name is taken", description = "What happens with a column whose name an annotation of the "
        + "data has already. Default: append number.")
    @ValueSwitchWidget
    NameClash m_clash = NameClash.APPEND_NUMBER;

    @Widget(title = "Cells without row", description = "What happens with cells of the data for which the table has no "
        + "row. Embeddings cannot have missing values: with them the node fails. Default: missing values.")
    @ValueSwitchWidget
    CellsWithoutRow m_withoutRow = CellsWithoutRow.MISSING;

    @Widget(title = "Duplicate rows", description = "What happens if several rows name the same cell. Default: fail.")
    @ValueSwitchWidget
    DuplicateRows m_duplicates = DuplicateRows.FAIL;

    /** @return the names of the cells */
    RowNames names(final DataTableSpec table) throws InvalidSettingsException {
        return RowNames.of(table, m_names, "cell name");
    }

    /** @return the columns with annotations and embeddings, at least one */
    AnnotationColumns columns(final DataTableSpec table) throws InvalidSettingsException {
        final var columns = AnnotationColumns.of(table, m_columns, Set.of(m_names));
        if (columns.values().length + columns.vectors().length == 0) {
            throw Messages.invalid("No column of the table is chosen.", "Choose columns to add in the dialog.");
        }
        return columns;
    }
}
