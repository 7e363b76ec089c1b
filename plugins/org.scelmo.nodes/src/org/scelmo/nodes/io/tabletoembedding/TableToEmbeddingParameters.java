package org.scelmo.nodes.io.tabletoembedding;

import java.util.Arrays;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.VectorCells;
import org.scelmo.nodes.support.VectorForm;
import org.scelmo.nodes.support.dialog.NumberColumns;
import org.scelmo.nodes.support.dialog.RowNameChoices;
import org.scelmo.nodes.support.dialog.VectorListColumns;

/** Settings of Table to Embedding. */
final class TableToEmbeddingParameters implements NodeParameters {

    /** What happens with rows that give no named vector. */
    enum BadRows {
            @Label(value = "Fail", description = "The node fails and names the first such row and what is wrong.")
            FAIL,
            @Label(value = "Leave out", description = "They are left out; a warning counts them.")
            LEAVE_OUT;
    }

    /** What happens with a name that came before. */
    enum Duplicates {
            @Label(value = "Fail", description = "The node fails and names both rows.")
            FAIL,
            @Label(value = "Keep first", description = "The vector that comes first counts; a warning tells of the "
                + "others.")
            KEEP_FIRST;
    }

    interface FormRef extends ParameterReference<VectorForm> {
    }

    static final class IsList implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormRef.class).isOneOf(VectorForm.LIST);
        }
    }

    @Widget(title = "Names", description = "The text column with the name of each vector, for example a gene symbol, "
        + "or the RowID. Default: the first text column, the RowID if there is none.")
    @ChoicesProvider(RowNameChoices.class)
    String m_names;

    @Widget(title = "Form of the vectors", description = "How the table holds a vector. Default: one list column if "
        + "the table has one when the node is connected.")
    @ValueSwitchWidget
    @ValueReference(FormRef.class)
    VectorForm m_form = VectorForm.LIST;

    @Widget(title = "Vectors", description = "The column with the vectors, each a list of numbers. Default: the last "
        + "such column.")
    @ChoicesProvider(VectorListColumns.class)
    @Effect(type = EffectType.SHOW, predicate = IsList.class)
    String m_vectors;

    @Widget(title = "Dimensions", description = "The number columns that make up a vector, in the order of the table. "
        + "Default: all number columns.")
    @ChoicesProvider(NumberColumns.class)
    @Effect(type = EffectType.HIDE, predicate = IsList.class)
    ColumnFilter m_dimensions = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Rows without a whole vector", description = "What happens with rows whose name or vector is "
        + "missing, or whose vector holds a number that is missing, NaN or infinite. Default: fail.")
    @ValueSwitchWidget
    BadRows m_badRows = BadRows.FAIL;

    @Widget(title = "Duplicate names", description = "What happens if several rows have the same name. Default: fail.")
    @ValueSwitchWidget
    Duplicates m_duplicates = Duplicates.FAIL;

    @Widget(title = "Source", description = "Where the vectors come from, for example the model that made them. It is "
        + "kept with the vectors. Default: KNIME table.")
    @Advanced
    String m_source = "KNIME table";

    TableToEmbeddingParameters() {
        // for loading
    }

    TableToEmbeddingParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(spec -> {
            m_form = spec.stream().anyMatch(VectorCells::isVector)
                || spec.stream().noneMatch(AnnotationColumns::isNumber) ? VectorForm.LIST : VectorForm.COLUMNS;
            guess(spec);
        });
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    void guess(final DataTableSpec spec) {
        if (m_names == null) {
            m_names =
                ColumnSelectionUtil.getFirstStringColumn(spec).map(DataColumnSpec::getName).orElse(AnnDataChoices.NONE);
        }
        if (m_vectors == null) {
            m_vectors = VectorCells.lastColumn(spec).orElse(null);
        }
    }

    /** @return the names of the vectors */
    RowNames names(final DataTableSpec spec) throws InvalidSettingsException {
        guess(spec);
        return RowNames.of(spec, m_names, "name");
    }

    /** @return where the vectors stand in the table */
    VectorCells vectors(final DataTableSpec spec) throws InvalidSettingsException {
        guess(spec);
        if (m_form == VectorForm.LIST) {
            return VectorCells.find(spec, m_vectors,
                "Set 'Form of the vectors' to one column per dimension in the dialog.");
        }
        final var numbers = spec.stream().filter(AnnotationColumns::isNumber).toList();
        final var names = AnnotationColumns.select(numbers, m_dimensions, "number");
        final int[] columns = Arrays.stream(names).mapToInt(spec::findColumnIndex).toArray();
        if (columns.length == 0) {
            throw Messages.invalid("No number columns are chosen as dimensions.",
                "Choose at least one in the dialog.", "Set 'Form of the vectors' to one list column in the dialog.");
        }
        return new VectorCells(columns, false);
    }
}
