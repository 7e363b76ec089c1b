package org.knime.core.data;

import java.util.Comparator;

/** Values that are true or false. */
public interface BooleanValue extends DataValue {

    UtilityFactory UTILITY = new BooleanUtilityFactory();

    boolean getBooleanValue();

    /** Values in their natural order. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new ValueComparator<>(BooleanValue.class, Comparator.comparing(BooleanValue::getBooleanValue));
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
