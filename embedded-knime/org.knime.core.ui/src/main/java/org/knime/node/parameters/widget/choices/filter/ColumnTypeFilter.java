package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Selects columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    ColumnTypeFilter() {
        super();
    }

    Predicate<DataColumnSpec> columnPredicate() {
        final var selected = getIsSelectedPredicate();
        return col -> selected.test(col.getType().getPreferredValueClass().getName());
    }

    @Override
    protected Optional<PossibleTypeValue> fromTypeId(final String typeId) {
        return Optional.of(new PossibleTypeValue(typeId, typeId.substring(typeId.lastIndexOf('.') + 1)));
    }
}
