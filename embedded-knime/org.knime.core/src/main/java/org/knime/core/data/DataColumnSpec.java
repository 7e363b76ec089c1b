package org.knime.core.data;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Name, type, domain and properties of a column. */
public final class DataColumnSpec {

    private static final String CFG_NAME = "column_name";

    private static final String CFG_ELEMENT_NAMES = "element_names";

    private static final String CFG_TYPE = "column_type";

    private static final String CFG_DOMAIN = "column_domain";

    private static final String CFG_PROPERTIES = "column_properties";

    private final String m_name;

    private final List<String> m_elementNames;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    private final ColumnHandlers m_handlers;

    DataColumnSpec(final String name, final List<String> elementNames, final DataType type,
        final DataColumnDomain domain, final DataColumnProperties properties, final ColumnHandlers handlers) {
        m_name = name;
        m_elementNames = List.copyOf(elementNames);
        m_type = type;
        m_domain = domain;
        m_properties = properties;
        m_handlers = handlers;
    }

    public String getName() {
        return m_name;
    }

    public List<String> getElementNames() {
        return m_elementNames;
    }

    public DataType getType() {
        return m_type;
    }

    public DataColumnDomain getDomain() {
        return m_domain;
    }

    public DataColumnProperties getProperties() {
        return m_properties;
    }

    ColumnHandlers handlers() {
        return m_handlers;
    }

    /**
     * Whether name and type are equal.
     *
     * @param cspec the other column
     * @return true if both are
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec != null && m_name.equals(cspec.m_name) && m_type.equals(cspec.m_type);
    }

    /**
     * Whether this column can stand where the other is expected.
     *
     * @param cspec the other column
     * @return true if the names are equal and this type is a kind of the other's
     */
    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return m_name.equals(cspec.m_name) && cspec.m_type.isASuperTypeOf(m_type);
    }

    public void save(final ConfigWO config) {
        config.addString(CFG_NAME, m_name);
        config.addStringArray(CFG_ELEMENT_NAMES, m_elementNames.toArray(String[]::new));
        m_type.save(config.addConfig(CFG_TYPE));
        m_domain.save(config.addConfig(CFG_DOMAIN));
        m_properties.save(config.addConfig(CFG_PROPERTIES));
        m_handlers.save(config);
    }

    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var creator =
            new DataColumnSpecCreator(config.getString(CFG_NAME), DataType.load(config.getConfig(CFG_TYPE)));
        creator.setElementNames(config.getStringArray(CFG_ELEMENT_NAMES, (String[])null));
        creator.setDomain(DataColumnDomain.load(config.getConfig(CFG_DOMAIN)));
        creator.setProperties(DataColumnProperties.load(config.getConfig(CFG_PROPERTIES)));
        creator.setHandlers(ColumnHandlers.load(config));
        return creator.createSpec();
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",type=" + m_type;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_type, m_domain);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnSpec other && equalStructure(other) && m_domain.equals(other.m_domain)
            && m_properties.equals(other.m_properties) && m_elementNames.equals(other.m_elementNames);
    }
}
