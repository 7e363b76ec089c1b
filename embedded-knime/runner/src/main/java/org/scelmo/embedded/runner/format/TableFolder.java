package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.nio.file.Path;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * A folder that holds a table, such as {@code port_1}: {@code spec.xml} has the columns, {@code data.xml} says what
 * kind of table it is, {@code data.zip} has the rows. Some kinds hold no rows but refer to other tables by id.
 */
public final class TableFolder {

    static final String SPEC_FILE = "spec.xml";

    static final String META_FILE = "data.xml";

    private static final String DATA_FILE = "data.zip";

    private static final String ID = "table_ID";

    private static final String TYPE = "table_type";

    private static final String SAME_NODE = "reference_from_same_node_table";

    private TableFolder() {
    }

    /**
     * @param folder the folder
     * @param tables finds tables this one refers to
     * @return the table, its rows still on disk
     * @throws IOException if a file is missing, damaged or in a form that is not supported
     */
    public static StoredTable open(final Path folder, final TableIndex tables) throws IOException {
        try {
            final var meta = readMeta(folder);
            final var type = meta.getString(TYPE);
            if (SAME_NODE.equals(type)) {
                return tables.open(meta.getInt(ID));
            }
            final var spec = readSpec(folder);
            final var kind = type.replaceFirst("_(compressed|custom)$", "");
            return switch (kind) {
                case "container_table" -> container(folder, meta, spec);
                case "rearrange_columns_table" -> DerivedTables.rearranged(spec, meta, tables,
                    columns -> TableContainer.open(dataFile(folder, meta)).rows(columns));
                case "concatenate_table" -> DerivedTables.concatenated(spec, meta, tables);
                case "joined_table" -> DerivedTables.joined(spec, meta, tables);
                case "wrapped_table", "new_spec_table" -> DerivedTables.renamed(spec, meta, tables);
                case "void_table" -> DerivedTables.empty(spec);
                default -> throw new IOException("tables of the kind \"%s\" are not supported".formatted(type));
            };
        } catch (final InvalidSettingsException | IOException e) {
            throw new IOException("Cannot read the table in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Writes a table with all its rows.
     *
     * @param folder an existing folder
     * @param table the table
     * @param id its id, unique in the workflow
     * @throws IOException if a file cannot be written or a cell's class is not supported
     */
    public static void write(final Path folder, final RowTable table, final int id) throws IOException {
        TableContainer.write(folder.resolve(DATA_FILE), table.rows(), id);
        final var meta = new NodeSettings("table_meta_info");
        meta.addInt(ID, id);
        meta.addString(TYPE, "container_table_compressed");
        meta.addString("table_compression_format", "SNAPPY");
        meta.addString("table_file_name", DATA_FILE);
        SettingsFiles.write(folder.resolve(META_FILE), meta);
        writeSpec(folder, table.spec());
    }

    /** Writes that this folder's table is the one with the id, which the same node saves elsewhere. */
    public static void writeReference(final Path folder, final DataTableSpec spec, final int id) throws IOException {
        final var meta = new NodeSettings("table_meta_info");
        meta.addInt(ID, id);
        meta.addString(TYPE, SAME_NODE);
        meta.addString("table_file_name", null);
        SettingsFiles.write(folder.resolve(META_FILE), meta);
        writeSpec(folder, spec);
    }

    /** @return the columns of the table in this folder */
    public static DataTableSpec readSpec(final Path folder) throws IOException {
        try {
            return DataTableSpec.load(SettingsFiles.read(folder.resolve(SPEC_FILE)));
        } catch (final InvalidSettingsException e) {
            throw new IOException("%s is damaged: %s".formatted(folder.resolve(SPEC_FILE), e.getMessage()), e);
        }
    }

    /** @return the id of the table that lies here, -1 if the folder only refers to another one */
    static int id(final Path folder) throws IOException {
        try {
            final var meta = readMeta(folder);
            return SAME_NODE.equals(meta.getString(TYPE)) ? -1 : meta.getInt(ID);
        } catch (final InvalidSettingsException e) {
            throw new IOException("%s is damaged: %s".formatted(folder.resolve(META_FILE), e.getMessage()), e);
        }
    }

    private static StoredTable container(final Path folder, final NodeSettingsRO meta, final DataTableSpec spec)
        throws InvalidSettingsException, IOException {
        final var container = TableContainer.open(dataFile(folder, meta));
        return new StoredTable(spec, container.size(), () -> container.rows(spec.getNumColumns()));
    }

    private static Path dataFile(final Path folder, final NodeSettingsRO meta)
        throws InvalidSettingsException, IOException {
        return Inside.of(folder, meta.getString("table_file_name"));
    }

    private static NodeSettingsRO readMeta(final Path folder) throws IOException {
        return SettingsFiles.read(folder.resolve(META_FILE));
    }

    private static void writeSpec(final Path folder, final DataTableSpec spec) throws IOException {
        final var settings = new NodeSettings(SPEC_FILE);
        spec.save(settings);
        SettingsFiles.write(folder.resolve(SPEC_FILE), settings);
    }
}
