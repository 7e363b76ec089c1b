package org.scelmo.nodes.support;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;

/**
 * Vectors as columns of a table: a list of numbers, or one number per dimension.
 *
 * @param name of the list column, or the start of the names of the number columns
 * @param dimensions length of the vectors
 * @param form which of the two
 */
public record VectorColumns(String name, int dimensions, VectorForm form) {

    /** @return the specifications of the columns; dimensions count from 1 */
    public List<DataColumnSpec> specs() {
        if (form == VectorForm.LIST) {
            return List.of(Tables.column(name, ListCell.getCollectionType(DoubleCell.TYPE)));
        }
        final var specs = new ArrayList<DataColumnSpec>(dimensions);
        for (int j = 1; j <= dimensions; j++) {
            specs.add(Tables.column(name + "_" + j, DoubleCell.TYPE));
        }
        return specs;
    }

    /** @return the vector as cells of these columns */
    public List<DataCell> cells(final float[] vector) {
        final var numbers = new ArrayList<DataCell>(dimensions);
        for (int j = 0; j < dimensions; j++) {
            numbers.add(new DoubleCell(vector[j]));
        }
        return form == VectorForm.LIST ? List.of(CollectionCellFactory.createListCell(numbers)) : numbers;
    }
}
