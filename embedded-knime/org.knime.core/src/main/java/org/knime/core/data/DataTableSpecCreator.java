package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes table specs. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final Map<String, String> m_properties = new LinkedHashMap<>();

    private String m_name = "default";

    public DataTableSpecCreator() {
        // starts empty
    }

    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec);
        m_name = spec.getName();
        m_properties.putAll(spec.getProperties());
    }

    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(m_columns::add);
        return this;
    }

    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        m_columns.addAll(List.of(columns));
        return this;
    }

    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec column) {
        m_columns.set(index, Objects.requireNonNull(column, "A column must not be null."));
        return this;
    }

    public DataTableSpecCreator dropAllColumns() {
        m_columns.clear();
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        m_columns.replaceAll(column -> {
            final var creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpecCreator setName(final String name) {
        m_name = name == null ? "default" : name;
        return this;
    }

    public DataTableSpecCreator putProperty(final String key, final String value) {
        m_properties.put(key, value);
        return this;
    }

    public DataTableSpecCreator putProperties(final Map<String, String> properties) {
        m_properties.putAll(properties);
        return this;
    }

    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.toArray(DataColumnSpec[]::new), m_properties);
    }
}
