package org.knime.core.data;

import java.util.Comparator;

/** Values that are 32-bit integers. */
public interface IntValue extends DataValue {

    UtilityFactory UTILITY = new IntUtilityFactory();

    int getIntValue();

    /** Values in their natural order. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new ValueComparator<>(IntValue.class, Comparator.comparingInt(IntValue::getIntValue));
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
