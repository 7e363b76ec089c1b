package org.scelmo.nodes.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scelmo.adaptor.model.AdaptorFile;
import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.file.ExistingFile;

/**
 * A trained adaptor on a wire: the file that {@link AdaptorFile} writes, in one file store. The serialized form holds
 * only the length of that file; what is in it is checked by its own checksum.
 */
public final class AdaptorPortObject extends FileStorePortObject {

    /** The type of ports that carry a trained adaptor. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(AdaptorPortObject.class);

    private static final String PART = "adaptor";

    private static final String FILE = "adaptor.bin";

    /** Writes and reads what is known about the store; named in plugin.xml. */
    public static final class Serializer extends PortObjectSerializer<AdaptorPortObject> {

        private static final String ENTRY = "length";

        @Override
        public void savePortObject(final AdaptorPortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry(ENTRY));
            out.write(Long.toString(object.m_length).getBytes(StandardCharsets.US_ASCII));
            out.closeEntry();
        }

        @Override
        public AdaptorPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !entry.getName().equals(ENTRY)) {
                throw new IOException("The stored adaptor is not described (%s).".formatted(ENTRY));
            }
            final var length = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            try {
                return new AdaptorPortObject((AdaptorPortObjectSpec)spec, Long.parseLong(length));
            } catch (final NumberFormatException e) {
                throw new IOException("The length of the stored adaptor is no number: " + length, e);
            }
        }
    }

    private final AdaptorPortObjectSpec m_spec;

    private final long m_length;

    /** For loading: KNIME adds the file store afterwards. */
    private AdaptorPortObject(final AdaptorPortObjectSpec spec, final long length) {
        m_spec = spec;
        m_length = length;
    }

    private AdaptorPortObject(final AdaptorPortObjectSpec spec, final long length, final FileStore store) {
        super(List.of(store));
        m_spec = spec;
        m_length = length;
    }

    /**
     * @param model the adaptor
     * @param exec creates the file store
     * @return the adaptor for an output port
     * @throws IOException if it cannot be written
     */
    public static AdaptorPortObject create(final AdaptorModel model, final ExecutionContext exec) throws IOException {
        final var store = exec.createFileStore(PART);
        final var file = Files.createDirectories(Stores.folder(store, PART)).resolve(FILE);
        AdaptorFile.write(model, file, ExistingFile.FAIL);
        return new AdaptorPortObject(AdaptorPortObjectSpec.of(model), Files.size(file), store);
    }

    /**
     * @return the adaptor
     * @throws IOException if the store cannot be read
     * @throws ScelmoException if the store is missing or was changed
     */
    public AdaptorModel open() throws IOException {
        final var file = file();
        if (Files.notExists(file) || Files.size(file) != m_length) {
            throw new ScelmoException("The stored data '%s' cannot be used: %s.".formatted(PART,
                Files.notExists(file) ? "they are missing" : "their length has changed"),
                "Reset the node that made the adaptor and execute it again.");
        }
        return AdaptorFile.read(file);
    }

    /** @return where it lies, for tests that damage it */
    Path file() {
        return Stores.folder(getFileStore(0), PART).resolve(FILE);
    }

    @Override
    public AdaptorPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return String.format(Locale.ROOT,
            "%,d genes, vectors of %,d dimensions to %,d; %,d classes (%s); trained on %s; gene vectors %s",
            m_spec.genes(), m_spec.input(), m_spec.dimensions(), m_spec.classes().size(),
            String.join(", ", m_spec.classes()), m_spec.device(),
            m_spec.fingerprint().substring(0, Math.min(8, m_spec.fingerprint().length())));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
