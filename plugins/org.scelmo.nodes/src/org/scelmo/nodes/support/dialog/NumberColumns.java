package org.scelmo.nodes.support.dialog;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.scelmo.nodes.support.AnnotationColumns;

/** The columns of numbers in the table at the first input, truth values not among them. */
public final class NumberColumns implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return AnnotationColumns.isNumber(column);
    }
}
