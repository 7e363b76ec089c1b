package org.knime.core.data;

import java.util.Comparator;

/** Values that are text. */
public interface StringValue extends DataValue {

    UtilityFactory UTILITY = new StringUtilityFactory();

    String getStringValue();

    /** Text in lexicographic order. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return new ValueComparator<>(StringValue.class, Comparator.comparing(StringValue::getStringValue));
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
