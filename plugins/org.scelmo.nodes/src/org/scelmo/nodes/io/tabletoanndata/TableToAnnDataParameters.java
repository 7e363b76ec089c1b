package org.scelmo.nodes.io.tabletoanndata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.dialog.NumberColumns;
import org.scelmo.nodes.support.dialog.RowNameChoices;

/** Settings of Table to AnnData. */
final class TableToAnnDataParameters implements NodeParameters {

    /** What happens with expression that is missing or NaN. */
    enum MissingValues {
            @Label(value = "Fail", description = "The node fails and names the first row and gene.")
            FAIL,
            @Label(value = "Zero", description = "They count as 0; a warning tells how many there are.")
            ZERO;
    }

    static final class PossibleAnnotations implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return AnnotationColumns.isAnnotation(column);
        }
    }

    @Widget(title = "Names of cells", description = "The text column with the name of each cell, for example its "
        + "barcode, or the RowID. Default: the RowID.")
    @ChoicesProvider(RowNameChoices.class)
    String m_names = AnnDataChoices.NONE;

    @Widget(title = "Genes", description = "The number columns that become expression (X), one gene each, named as the "
        + "column. Without any, the data have no X. Default: all number columns.")
    @ChoicesProvider(NumberColumns.class)
    ColumnFilter m_genes = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Annotations", description = "The columns that become annotations of cells (obs), or embeddings "
        + "(obsm) if they hold lists of numbers. Columns of genes and names are not among them even if they are chosen "
        + "here. Default: all columns.")
    @ChoicesProvider(PossibleAnnotations.class)
    ColumnFilter m_annotations = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Missing expression", description = "What happens if a value of a gene is missing or NaN. "
        + "Default: fail.")
    @ValueSwitchWidget
    MissingValues m_missing = MissingValues.FAIL;

    /** @return names of the columns with expression, in the order of the table */
    String[] genes(final DataTableSpec spec) throws InvalidSettingsException {
        return AnnotationColumns.select(spec.stream().filter(AnnotationColumns::isNumber).toList(), m_genes, "gene");
    }

    /** @return the names of the cells */
    RowNames names(final DataTableSpec spec) throws InvalidSettingsException {
        return RowNames.of(spec, m_names, "cell name");
    }

    /** @return the columns with annotations and embeddings */
    AnnotationColumns annotations(final DataTableSpec spec) throws InvalidSettingsException {
        final Set<String> used = new HashSet<>(List.of(genes(spec)));
        used.add(m_names);
        return AnnotationColumns.of(spec, m_annotations, used);
    }
}
