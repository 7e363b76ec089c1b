package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Values that are several cells of one type. */
public interface CollectionDataValue extends DataValue, CellCollection {

    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    DataType getElementType();

    int size();

    /** Names collections. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
