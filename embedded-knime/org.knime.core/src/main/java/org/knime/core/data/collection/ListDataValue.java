package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Values that are lists of cells. */
public interface ListDataValue extends CollectionDataValue {

    UtilityFactory UTILITY = new ListUtilityFactory();

    DataCell get(int index);
}
