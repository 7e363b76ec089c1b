package org.scelmo.embedded.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.scelmo.embedded.core.access.FileStoreAccess;

/** Copies port objects as KNIME does before each execution: written and read by their serializer. */
public final class PortObjectCopy {

    private PortObjectCopy() {
    }

    /**
     * Copies a port object.
     *
     * @param object the object; tables and types without a serializer are returned as they are
     * @return a copy with the same spec and file stores
     * @throws IOException if it cannot be written or read
     * @throws CanceledExecutionException if canceled
     */
    public static PortObject of(final PortObject object) throws IOException, CanceledExecutionException {
        if (object == null || object instanceof BufferedDataTable) {
            return object;
        }
        final var serializer = PortTypeRegistry.getInstance().getObjectSerializer(object.getClass());
        if (serializer.isEmpty()) {
            return object;
        }
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.get().savePortObject(object, out, new ExecutionMonitor());
        }
        try (var in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            final var copy = serializer.get().loadPortObject(in, object.getSpec(), new ExecutionMonitor());
            if (object instanceof FileStorePortObject original && copy instanceof FileStorePortObject stored) {
                FileStoreAccess.INSTANCE.restore(stored, FileStoreAccess.INSTANCE.storesOf(original));
            }
            return copy;
        }
    }
}
