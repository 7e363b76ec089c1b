package org.scelmo.nodes.support.dialog;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.scelmo.nodes.support.VectorCells;

/** The columns of the table at the first input that hold a vector in each cell, as a list of numbers. */
public final class VectorListColumns implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return VectorCells.isVector(column);
    }
}
