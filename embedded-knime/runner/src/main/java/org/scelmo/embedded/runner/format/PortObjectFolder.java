package org.scelmo.embedded.runner.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.scelmo.embedded.core.access.FileStoreAccess;
import org.scelmo.embedded.core.filestore.FileStoreRepository;

/**
 * A folder that holds data other than a table: {@code spec/spec.zip}, {@code object/portobject.zip} and, for data in
 * file stores, {@code object/filestore.xml} with the keys of the stores.
 */
public final class PortObjectFolder {

    private static final String SPEC = "spec/spec.zip";

    private static final String OBJECT = "object/portobject.zip";

    private static final String STORES = "filestore.xml";

    private static final String KEYS = "filestore_keys";

    private PortObjectFolder() {
    }

    /**
     * @param folder the port's folder
     * @param port the port's entry in {@code settings.xml}
     * @return what describes the data, {@code null} if nothing was saved
     * @throws IOException if it cannot be read or its type is not installed
     */
    public static PortObjectSpec readSpec(final Path folder, final NodeSettingsRO port) throws IOException {
        final var className = port.getString("port_spec_class", null);
        if (className == null) {
            return null;
        }
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getSpecClass(className).flatMap(registry::getSpecSerializer)
            .orElseThrow(() -> new IOException("The type %s is not installed".formatted(className)));
        final var file = Inside.of(folder, port.getString("port_spec_location", SPEC));
        try (var in = PortUtil.getPortObjectSpecZipInputStream(
            new BufferedInputStream(Files.newInputStream(file)))) {
            return serializer.loadPortObjectSpec(in);
        }
    }

    /**
     * @param folder the port's folder
     * @param port the port's entry in {@code settings.xml}
     * @param stores finds file stores by their keys
     * @return the data
     * @throws IOException if they cannot be read or their type is not installed
     */
    public static PortObject readObject(final Path folder, final NodeSettingsRO port,
        final FileStoreRepository stores) throws IOException {
        final var className = port.getString("port_object_class", null);
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getObjectClass(className).flatMap(registry::getObjectSerializer)
            .orElseThrow(() -> new IOException("The type %s is not installed".formatted(className)));
        final var file = Inside.of(folder, port.getString("port_object_location", OBJECT));
        final var spec = readSpec(folder, port);
        try (var in = PortUtil.getPortObjectZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            final var object = serializer.loadPortObject(in, spec, new ExecutionMonitor());
            if (object instanceof FileStorePortObject stored) {
                FileStoreAccess.INSTANCE.restore(stored, stores.resolve(readKeys(file.resolveSibling(STORES))));
            }
            return object;
        } catch (final CanceledExecutionException e) {
            throw new IOException("Reading %s was canceled".formatted(file), e);
        }
    }

    /**
     * Writes data.
     *
     * @param folder an existing folder
     * @param object the data
     * @param port the port's entry in {@code settings.xml}, takes the places of the files
     * @throws IOException if a file cannot be written
     */
    public static void write(final Path folder, final PortObject object, final NodeSettingsWO port)
        throws IOException {
        final var registry = PortTypeRegistry.getInstance();
        final var spec = object.getSpec();
        port.addString("port_spec_location", SPEC);
        port.addString("port_object_location", OBJECT);
        Files.createDirectories(folder.resolve(SPEC).getParent());
        Files.createDirectories(folder.resolve(OBJECT).getParent());
        try (var out = PortUtil.getPortObjectSpecZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(SPEC))))) {
            registry.getSpecSerializer(spec.getClass()).orElseThrow(() -> unregistered(spec))
                .savePortObjectSpec(spec, out);
        }
        try (var out = PortUtil.getPortObjectZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(OBJECT))))) {
            registry.getObjectSerializer(object.getClass()).orElseThrow(() -> unregistered(object))
                .savePortObject(object, out, new ExecutionMonitor());
        } catch (final CanceledExecutionException e) {
            throw new IOException("Writing %s was canceled".formatted(folder), e);
        }
        if (object instanceof FileStorePortObject stored) {
            writeKeys(stored, folder.resolve(OBJECT).resolveSibling(STORES));
        }
    }

    private static IOException unregistered(final Object data) {
        return new IOException("%s cannot be saved: no plugin.xml registers it as a port type"
            .formatted(data.getClass().getName()));
    }

    private static List<FileStoreKey> readKeys(final Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            final var list = ModelContent.loadFromXML(in).getModelContent(KEYS);
            final var keys = new ArrayList<FileStoreKey>();
            for (var key : list.keySet()) {
                keys.add(FileStoreKey.load(list.getModelContent(key)));
            }
            return keys;
        } catch (final InvalidSettingsException e) {
            throw new IOException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void writeKeys(final FileStorePortObject object, final Path file) throws IOException {
        final var content = new ModelContent("filestore");
        final var list = content.addModelContent(KEYS);
        var index = 0;
        for (var store : FileStoreAccess.INSTANCE.storesOf(object)) {
            FileStoreAccess.INSTANCE.keyOf(store).save(list.addModelContent("filestore_key_" + index++));
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.saveToXML(out);
        }
    }
}
