package org.knime.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.scelmo.embedded.core.io.ModelContentZip;

/** The columns of a table. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String CFG_NAME = "spec_name";

    private static final String CFG_COLUMNS = "number_columns";

    private static final String CFG_COLUMN = "column_spec_";

    private static final String CFG_PROPERTIES = "spec_properties";

    private static final String DEFAULT_NAME = "default";

    private final String m_name;

    private final DataColumnSpec[] m_columns;

    private final Map<String, String> m_properties;

    private final Map<String, Integer> m_indices = new HashMap<>();

    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        this(DEFAULT_NAME, names, types);
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(DEFAULT_NAME, spec1, spec2);
    }

    public DataTableSpec(final String name, final DataTableSpec spec1, final DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this(name, colSpecs, Map.of());
    }

    DataTableSpec(final String name, final DataColumnSpec[] columns, final Map<String, String> properties) {
        m_name = name == null ? DEFAULT_NAME : name;
        m_columns = columns.clone();
        m_properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (var i = 0; i < m_columns.length; i++) {
            final var earlier = m_indices.put(m_columns[i].getName(), i);
            if (earlier != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + m_columns[i].getName()
                    + "\" at positions " + earlier + " and " + i + ".");
            }
        }
    }

    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException("As many names as types are needed (names: " + names.length
                + ", types: " + types.length + ").");
        }
        return IntStream.range(0, names.length)
            .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec()).toArray(DataColumnSpec[]::new);
    }

    public String getName() {
        return m_name;
    }

    public Map<String, String> getProperties() {
        return m_properties;
    }

    public int getNumColumns() {
        return m_columns.length;
    }

    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns[index];
    }

    /** @return the column of that name, null if there is none */
    public DataColumnSpec getColumnSpec(final String column) {
        final var index = findColumnIndex(column);
        return index < 0 ? null : m_columns[index];
    }

    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** @return the index of the column of that name, -1 if there is none */
    public int findColumnIndex(final String columnName) {
        return m_indices.getOrDefault(columnName, -1);
    }

    public boolean containsName(final String columnName) {
        return m_indices.containsKey(columnName);
    }

    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(c -> c.getType().isCompatible(valueClass));
    }

    public int[] columnsToIndices(final String... columns) {
        return Arrays.stream(columns).mapToInt(c -> {
            if (!containsName(c)) {
                throw new IllegalArgumentException("Column not found: \"" + c + "\"");
            }
            return findColumnIndex(c);
        }).toArray();
    }

    /**
     * Whether names and types of the columns are equal.
     *
     * @param spec the other spec
     * @return true if they are
     */
    public boolean equalStructure(final DataTableSpec spec) {
        return spec != null && m_columns.length == spec.m_columns.length
            && IntStream.range(0, m_columns.length).allMatch(i -> m_columns[i].equalStructure(spec.m_columns[i]));
    }

    /**
     * Whether a table of this spec can stand where one of the other is expected.
     *
     * @param spec the other spec
     * @return true if the columns' names are equal and their types kinds of the other's
     */
    public boolean isCompatibleWith(final DataTableSpec spec) {
        return m_columns.length == spec.m_columns.length
            && IntStream.range(0, m_columns.length).allMatch(i -> m_columns[i].isCompatibleWith(spec.m_columns[i]));
    }

    /**
     * A name that no column of the spec has.
     *
     * @param spec the spec, may be null
     * @param columnName the wanted name
     * @return the wanted name, or that name with {@code (#1)}, {@code (#2)}...
     */
    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        final var wanted = columnName.trim();
        var name = wanted;
        for (var i = 1; spec != null && spec.containsName(name); i++) {
            name = wanted + " (#" + i + ")";
        }
        return name;
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return Arrays.asList(m_columns).iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return Arrays.stream(m_columns);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    public void save(final ConfigWO config) {
        config.addString(CFG_NAME, m_name);
        config.addInt(CFG_COLUMNS, m_columns.length);
        for (var i = 0; i < m_columns.length; i++) {
            m_columns[i].save(config.addConfig(CFG_COLUMN + i));
        }
        if (!m_properties.isEmpty()) {
            final var properties = config.addConfig(CFG_PROPERTIES);
            m_properties.forEach((key, value) -> {
                final var entry = properties.addConfig("prop-" + properties.getChildCount());
                entry.addString("key", key);
                entry.addString("value", value);
            });
        }
    }

    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final var columns = new DataColumnSpec[config.getInt(CFG_COLUMNS)];
        for (var i = 0; i < columns.length; i++) {
            columns[i] = DataColumnSpec.load(config.getConfig(CFG_COLUMN + i));
        }
        final var properties = new LinkedHashMap<String, String>();
        if (config.containsKey(CFG_PROPERTIES)) {
            final var entries = config.getConfig(CFG_PROPERTIES);
            for (final var key : entries) {
                final var entry = entries.getConfig(key);
                properties.put(entry.getString("key"), entry.getString("value"));
            }
        }
        return new DataTableSpec(config.getString(CFG_NAME), columns, properties);
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=" + Arrays.toString(getColumnNames());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_columns);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataTableSpec other && m_name.equals(other.m_name)
            && Arrays.equals(m_columns, other.m_columns) && m_properties.equals(other.m_properties);
    }

    /** Writes and reads table specs. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        private static final String ENTRY = "spec.xml";

        public Serializer() {
            // nothing to do
        }

        @Override
        public void savePortObjectSpec(final DataTableSpec portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final var content = new ModelContent(ENTRY);
            portObjectSpec.save(content);
            ModelContentZip.write(content, ENTRY, out);
        }

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            try {
                return DataTableSpec.load(ModelContentZip.read(ENTRY, in));
            } catch (final InvalidSettingsException e) {
                throw new IOException("The table spec is malformed: " + e.getMessage(), e);
            }
        }
    }
}
