package org.scelmo.embedded.runner.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.scelmo.embedded.core.io.TempFiles;
import org.scelmo.embedded.runner.exec.GraphNode.Role;
import org.scelmo.embedded.runner.exec.HostedNode;
import org.scelmo.embedded.runner.exec.NodeMessage;
import org.scelmo.embedded.runner.exec.NodeRun;
import org.scelmo.embedded.runner.exec.NodeState;
import org.scelmo.embedded.runner.format.PortObjectFolder;
import org.scelmo.embedded.runner.format.SettingsFiles;
import org.scelmo.embedded.runner.format.TableIndex;

/** Writes one node: its {@code settings.xml}, the data of its ports, its internal data and its file stores. */
final class NodeSaver {

    private static final String INTERNAL = "internal";

    private static final String INTERNAL_TABLES = "internalTables";

    private static final String FILE_STORES = "filestore";

    private static final String MESSAGE = "nodecontainer_message";

    private final NodeRun m_run;

    private final Path m_folder;

    private final NodeTables m_tables;

    private NodeSaver(final NodeRun run, final Path folder, final TableIndex tables) {
        m_run = run;
        m_folder = folder;
        m_tables = new NodeTables(tables);
    }

    static void save(final NodeRun run, final Path folder, final TableIndex tables) throws IOException {
        new NodeSaver(run, folder, tables).save();
    }

    /**
     * @return the state as KNIME has it: a failed node is one that could run again; a node that is not installed and
     *         whose inputs changed is reset, as its results belong to data that are gone
     */
    static String savedState(final NodeRun run) {
        final var before = run.node().node().savedState();
        return switch (run.state()) {
            case EXECUTED, IDLE, CONFIGURED -> run.state().name();
            case MISSING -> NodeState.EXECUTED.name().equals(before) ? NodeState.IDLE.name() : before;
            default -> run.outputs().isEmpty() && run.body().outputCount() > 0
                ? NodeState.IDLE.name() : NodeState.CONFIGURED.name();
        };
    }

    /** @return whether a folder in a node's folder holds results of an execution */
    static boolean isResult(final String name) {
        return name.matches("port_\\d+") || name.equals(INTERNAL) || name.equals(INTERNAL_TABLES)
            || name.equals(FILE_STORES);
    }

    private void save() throws IOException {
        deleteOldResults();
        final var settings = new NodeSettings("settings.xml");
        m_run.node().node().settings().copyTo(settings);
        final var executed = m_run.state() == NodeState.EXECUTED;
        saveVariables(settings);
        saveMessage(settings);
        if (!settings.containsKey("model") && m_run.body() instanceof HostedNode hosted) {
            hosted.host().saveSettings(settings.addNodeSettings("model"));
        }
        settings.addString("state", savedState(m_run));
        settings.addBoolean("hasContent", executed);
        settings.addBoolean("isInactive", false);
        savePorts(settings, executed);
        settings.removeConfig("internalObjects");
        if (executed && m_run.body() instanceof HostedNode hosted) {
            saveInternals(hosted, settings);
        }
        saveStores(settings, executed);
        SettingsFiles.write(m_folder.resolve(m_run.node().node().settingsFile().getFileName()), settings);
    }

    private void deleteOldResults() throws IOException {
        Files.createDirectories(m_folder);
        try (var entries = Files.list(m_folder)) {
            entries.filter(entry -> isResult(entry.getFileName().toString())).toList().forEach(TempFiles::delete);
        }
    }

    private void saveVariables(final NodeSettings settings) {
        final var stack = settings.addNodeSettings("flow_stack");
        var index = 0;
        for (var variable : m_run.madeVariables().values()) {
            final var entry = stack.addNodeSettings("Variable_" + index++);
            entry.addString("type", "variable");
            variable.save(entry);
        }
    }

    private void saveMessage(final NodeSettings settings) {
        settings.removeConfig(MESSAGE);
        final NodeMessage message =
            m_run.error() != null ? m_run.error() : m_run.warnings().stream().findFirst().orElse(null);
        if (message != null) {
            final var entry = settings.addNodeSettings(MESSAGE);
            entry.addString("type", m_run.state() == NodeState.FAILED ? "ERROR" : "WARNING");
            entry.addString("message", message.summary());
            if (!message.details().isEmpty()) {
                entry.addString("issue", String.join("\n", message.details()));
            }
            if (!message.resolutions().isEmpty()) {
                entry.addStringArray("resolutions", message.resolutions().toArray(String[]::new));
            }
        }
    }

    private void savePorts(final NodeSettings settings, final boolean executed) throws IOException {
        final var ports = settings.addNodeSettings("ports");
        // a component's output has no ports of its own in KNIME: its data are those of the nodes before it
        final var hasPorts = m_run.body() != null && m_run.node().role() != Role.COMPONENT_OUTPUT;
        final var count = hasPorts ? m_run.body().outputCount() : 0;
        for (var port = 1; port <= count; port++) {
            final var name = "port_" + port;
            final var entry = ports.addNodeSettings(name);
            entry.addInt("index", port);
            if (executed) {
                savePort(m_run.outputs().get(port - 1).object(), m_folder.resolve(name), entry);
                entry.addString("port_dir_location", name);
            } else {
                entry.addString("port_dir_location", null);
            }
        }
    }

    private void savePort(final PortObject object, final Path folder, final NodeSettingsWO entry) throws IOException {
        Files.createDirectories(folder);
        entry.addString("port_spec_class", object.getSpec().getClass().getName());
        entry.addString("port_object_class", object.getClass().getName());
        entry.addString("port_object_summary", object.getSummary());
        if (object instanceof BufferedDataTable table) {
            m_tables.save(table, folder);
        } else {
            PortObjectFolder.write(folder, object, entry);
        }
    }

    private void saveInternals(final HostedNode hosted, final NodeSettings settings) throws IOException {
        final var objects = hosted.host().internals();
        if (objects != null) {
            final var internal = settings.addNodeSettings("internalObjects");
            internal.addString("location", INTERNAL_TABLES);
            final var content = internal.addNodeSettings("content");
            for (var i = 0; i < objects.length; i++) {
                saveInternal(objects[i], i, content.addNodeSettings("object_" + i));
            }
        }
        final var folder = m_folder.resolve(INTERNAL);
        Files.createDirectories(folder);
        try {
            hosted.host().saveInternals(folder);
        } catch (final CanceledExecutionException e) {
            throw new IOException("Saving %s was canceled".formatted(m_run.node()), e);
        }
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isEmpty()) {
                TempFiles.delete(folder);
            }
        }
    }

    private void saveInternal(final PortObject object, final int index, final NodeSettingsWO entry)
        throws IOException {
        final var name = "object_" + index;
        entry.addInt("index", index);
        if (object == null) {
            entry.addString("type", "null");
        } else if (object instanceof BufferedDataTable table) {
            entry.addString("type", "table");
            entry.addString("table_dir_location", name);
            m_tables.save(table, Files.createDirectories(m_folder.resolve(INTERNAL_TABLES).resolve(name)));
        } else {
            entry.addString("type", "non-table");
            entry.addString("port_dir_location", name);
            savePort(object, m_folder.resolve(INTERNAL_TABLES).resolve(name), entry);
        }
    }

    private void saveStores(final NodeSettings settings, final boolean executed) throws IOException {
        final var entry = settings.addNodeSettings("filestores");
        final var stores = executed && m_run.body() instanceof HostedNode hosted
            ? hosted.host().fileStores().orElse(null) : null;
        entry.addString("file_store_location", stores != null && stores.isUsed() ? FILE_STORES : null);
        entry.addString("file_store_id", stores == null ? null : stores.uuid().toString());
        if (stores != null && stores.isUsed()) {
            copy(stores.folder(), m_folder.resolve(FILE_STORES));
        }
    }

    private static void copy(final Path source, final Path target) throws IOException {
        try (var paths = Files.walk(source)) {
            for (var path : (Iterable<Path>)paths::iterator) {
                final var copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
