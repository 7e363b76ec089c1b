package org.knime.core.data;

import java.util.Comparator;

/** Values that are floating point numbers. */
public interface DoubleValue extends DataValue {

    UtilityFactory UTILITY = new DoubleUtilityFactory();

    double getDoubleValue();

    /** Values in their natural order. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new ValueComparator<>(DoubleValue.class, Comparator.comparingDouble(DoubleValue::getDoubleValue));
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
