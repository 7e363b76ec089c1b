package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Values that are sets of cells. */
public interface SetDataValue extends CollectionDataValue {

    UtilityFactory UTILITY = new SetUtilityFactory();

    boolean contains(DataCell cell);
}
