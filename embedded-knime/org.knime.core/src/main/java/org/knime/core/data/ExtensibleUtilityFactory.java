package org.knime.core.data;

/** A utility factory that also knows the name of its values. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    protected final Class<? extends DataValue> m_valueClass;

    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    public abstract String getName();

    public String getGroupName() {
        return "Other";
    }
}
