package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers the columns of an input table that are compatible with one of some types. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final Collection<Class<? extends DataValue>> m_valueClasses;

    /** @param valueClass the type */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        m_valueClasses = List.of(valueClass);
    }

    /** @param valueClasses the types */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = valueClasses;
    }

    @Override
    public boolean isIncluded(final DataColumnSpec col) {
        return m_valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }

    /** Offers columns of text. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** For subclasses and the framework. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Offers columns of numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** For subclasses and the framework. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
