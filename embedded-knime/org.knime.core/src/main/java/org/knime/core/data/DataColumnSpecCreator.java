package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Makes column specs. */
public final class DataColumnSpecCreator {

    private String m_name;

    private List<String> m_elementNames = List.of();

    private DataType m_type;

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties();

    private ColumnHandlers m_handlers = ColumnHandlers.NONE;

    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        this(cspec.getName(), cspec.getType());
        m_elementNames = cspec.getElementNames();
        m_domain = cspec.getDomain();
        m_properties = cspec.getProperties();
        m_handlers = cspec.handlers();
    }

    /**
     * Sets the name, without blanks at its ends.
     *
     * @param name the name, not null; an empty one becomes {@code <empty>}
     */
    public void setName(final String name) {
        final var trimmed = Objects.requireNonNull(name, "The name of a column must not be null.").trim();
        m_name = trimmed.isEmpty() ? "<empty>" : trimmed;
    }

    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "The type of a column must not be null.");
    }

    public DataType getType() {
        return m_type;
    }

    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    public void setProperties(final DataColumnProperties props) {
        m_properties = props == null ? new DataColumnProperties() : props;
    }

    public void setElementNames(final String[] elNames) {
        m_elementNames = elNames == null ? List.of() : List.of(elNames);
    }

    /** Forgets colours and the like. */
    public void removeAllHandlers() {
        m_handlers = ColumnHandlers.NONE;
    }

    void setHandlers(final ColumnHandlers handlers) {
        m_handlers = handlers;
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_elementNames, m_type, m_domain, m_properties, m_handlers);
    }
}
