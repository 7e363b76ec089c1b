package org.scelmo.embedded.runner.exec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.scelmo.embedded.core.access.FileStoreAccess;
import org.scelmo.embedded.core.filestore.FileStoreFolder;
import org.scelmo.embedded.core.filestore.FileStoreRepository;

/** The file stores of one node, and the copies it gets of its inputs. */
public final class NodeStores {

    private final FileStoreRepository m_repository;

    private final Path m_scratch;

    private FileStoreFolder m_folder;

    /**
     * @param repository all stores of the workflow
     * @param scratch a temporary folder for new stores
     */
    public NodeStores(final FileStoreRepository repository, final Path scratch) {
        m_repository = repository;
        m_scratch = scratch;
    }

    /** @return the stores of the last execution, {@code null} before the first */
    public FileStoreFolder folder() {
        return m_folder;
    }

    /** @return a place for the stores of a new execution */
    FileStoreFolder begin() {
        if (m_folder != null) {
            m_repository.remove(m_folder.uuid());
            m_folder.delete();
        }
        final var id = UUID.randomUUID();
        m_folder = FileStoreFolder.create(id, m_scratch.resolve(id.toString()));
        m_repository.add(m_folder);
        return m_folder;
    }

    /** Lets new data write what they have not written yet. */
    void flush(final List<PortObject> objects) throws IOException {
        for (var object : objects) {
            if (object instanceof FileStorePortObject stored) {
                FileStoreAccess.INSTANCE.flush(stored);
            }
        }
    }

    /** As in KNIME, a node never gets the object its predecessor made but a copy through the serializer. */
    List<PortObject> copyInputs(final List<PortObject> inputs) throws IOException {
        final var copies = new ArrayList<PortObject>(inputs.size());
        for (var input : inputs) {
            copies.add(input == null || input instanceof BufferedDataTable ? input : copy(input));
        }
        return copies;
    }

    private PortObject copy(final PortObject object) throws IOException {
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getObjectSerializer(object.getClass());
        if (serializer.isEmpty()) {
            return object; // flow variable ports and the like have nothing to copy
        }
        try {
            final var bytes = new ByteArrayOutputStream();
            try (var out = PortUtil.getPortObjectZipOutputStream(bytes)) {
                serializer.get().savePortObject(object, out, new ExecutionMonitor());
            }
            try (var in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                final var copy = serializer.get().loadPortObject(in, object.getSpec(), new ExecutionMonitor());
                if (copy instanceof FileStorePortObject stored) {
                    FileStoreAccess.INSTANCE.restore(stored,
                        FileStoreAccess.INSTANCE.storesOf((FileStorePortObject)object));
                }
                return copy;
            }
        } catch (final CanceledExecutionException e) {
            throw new IOException("Copying an input was canceled", e);
        }
    }
}
