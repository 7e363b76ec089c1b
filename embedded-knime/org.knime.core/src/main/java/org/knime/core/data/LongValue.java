package org.knime.core.data;

import java.util.Comparator;

/** Values that are 64-bit integers. */
public interface LongValue extends DataValue {

    UtilityFactory UTILITY = new LongUtilityFactory();

    long getLongValue();

    /** Values in their natural order. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new ValueComparator<>(LongValue.class, Comparator.comparingLong(LongValue::getLongValue));
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
