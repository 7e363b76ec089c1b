package org.scelmo.embedded.runner.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.core.Tables;
import org.scelmo.embedded.core.filestore.FileStoreFolder;
import org.scelmo.embedded.core.filestore.FileStoreRepository;
import org.scelmo.embedded.runner.exec.Output;
import org.scelmo.embedded.runner.format.Inside;
import org.scelmo.embedded.runner.format.PortObjectFolder;
import org.scelmo.embedded.runner.format.StoredTable;
import org.scelmo.embedded.runner.format.TableFolder;
import org.scelmo.embedded.runner.format.TableIndex;
import org.scelmo.embedded.runner.model.WorkflowNode;
import org.scelmo.embedded.runner.variables.SavedVariables;

/** The results of nodes that were executed in an earlier session. */
public final class NodeData {

    private final TableIndex m_tables;

    private final FileStoreRepository m_stores;

    /**
     * @param tables the tables of the workflow folder
     * @param stores takes the file stores of the nodes
     */
    public NodeData(final TableIndex tables, final FileStoreRepository stores) {
        m_tables = tables;
        m_stores = stores;
    }

    /** @return the tables of the workflow folder */
    public TableIndex tables() {
        return m_tables;
    }

    /** Makes the node's file stores known, so that data of this and later nodes can refer to them. */
    void registerStores(final WorkflowNode node) throws IOException {
        try {
            if (node.settings().containsKey("filestores")) {
                final var entry = node.settings().getNodeSettings("filestores");
                final var location = entry.getString("file_store_location", null);
                final var id = entry.getString("file_store_id", null);
                if (location != null && id != null) {
                    m_stores.add(FileStoreFolder.open(UUID.fromString(id), Inside.of(node.folder(), location)));
                }
            }
        } catch (final InvalidSettingsException | IllegalArgumentException e) {
            throw new IOException("The file stores of %s are damaged: %s".formatted(node, e.getMessage()), e);
        }
    }

    /**
     * @param node a node whose saved state is executed
     * @return what lies at its data ports; the data are read when asked for
     * @throws IOException if something is missing or damaged
     */
    public List<Output> outputs(final WorkflowNode node) throws IOException {
        try {
            final var outputs = new ArrayList<Output>();
            if (node.settings().containsKey("ports")) {
                final var ports = node.settings().getNodeSettings("ports");
                for (var key : ports.keySet()) {
                    final var port = ports.getNodeSettings(key);
                    final var index = port.getInt("index") - 1;
                    if (index < 0 || index > 10_000) {
                        throw new IOException("%s has a port with the index %d".formatted(node, index + 1));
                    }
                    outputs.addAll(Collections.nCopies(Math.max(0, index + 1 - outputs.size()), null));
                    outputs.set(index, output(node, port));
                }
            }
            return outputs;
        } catch (final InvalidSettingsException e) {
            throw new IOException("%s is damaged: %s".formatted(node.settingsFile(), e.getMessage()), e);
        }
    }

    /**
     * @param node a node whose saved state is executed
     * @return what it kept for its view, null if nothing; the data are read now
     * @throws IOException if something is missing or damaged
     */
    public PortObject[] internals(final WorkflowNode node) throws IOException {
        try {
            if (!node.settings().containsKey("internalObjects")) {
                return null;
            }
            final var internal = node.settings().getNodeSettings("internalObjects");
            final var folder = Inside.of(node.folder(), internal.getString("location"));
            final var content = internal.getNodeSettings("content");
            final var objects = new PortObject[content.keySet().size()];
            for (var key : content.keySet()) {
                final var entry = content.getNodeSettings(key);
                objects[entry.getInt("index")] = internal(folder, entry);
            }
            return objects;
        } catch (final InvalidSettingsException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("%s is damaged: %s".formatted(node.settingsFile(), e.getMessage()), e);
        }
    }

    private PortObject internal(final Path folder, final NodeSettingsRO entry)
        throws InvalidSettingsException, IOException {
        return switch (entry.getString("type")) {
            case "table" -> toTable(table(Inside.of(folder, entry.getString("table_dir_location"))));
            case "non-table" -> PortObjectFolder
                .readObject(Inside.of(folder, entry.getString("port_dir_location")), entry, m_stores);
            default -> null;
        };
    }

    /** @return the flow variables the node made */
    static Map<String, FlowVariable> variables(final WorkflowNode node) throws IOException {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        try {
            if (node.settings().containsKey("flow_stack")) {
                SavedVariables.load(node.settings().getNodeSettings("flow_stack"))
                    .forEach(variable -> variables.put(variable.getName(), variable));
            }
            return variables;
        } catch (final InvalidSettingsException e) {
            throw new IOException("The flow variables of %s are damaged: %s".formatted(node, e.getMessage()), e);
        }
    }

    /** @return the table in a folder */
    public StoredTable table(final Path folder) throws IOException {
        return TableFolder.open(folder, m_tables);
    }

    private Output output(final WorkflowNode node, final NodeSettingsRO port)
        throws InvalidSettingsException, IOException {
        final var location = port.getString("port_dir_location", null);
        final var objectClass = port.getString("port_object_class", null);
        if (location == null || objectClass == null) {
            throw new IOException("%s was saved without its data".formatted(node));
        }
        final var folder = Inside.of(node.folder(), location);
        final var summary = port.getString("port_object_summary", "");
        if (BufferedDataTable.class.getName().equals(objectClass)) {
            final var table = table(folder);
            return Output.stored(table.spec(), summary, () -> toTable(table));
        }
        final Output.Loader loader = () -> PortObjectFolder.readObject(folder, port, m_stores);
        return Output.stored(isInstalled(port) ? PortObjectFolder.readSpec(folder, port) : null, summary, loader);
    }

    /** Data of a type that is not installed are kept but cannot be looked into. */
    private static boolean isInstalled(final NodeSettingsRO port) {
        return PortTypeRegistry.getInstance().getSpecClass(port.getString("port_spec_class", "")).isPresent();
    }

    private static PortObject toTable(final StoredTable stored) throws IOException {
        final var container = Tables.context().createDataContainer(stored.spec(),
            DataContainerSettings.builder().withDomainUpdate(false).build());
        stored.forEachRow(container::addRowToTable);
        container.close();
        return container.getTable();
    }
}
