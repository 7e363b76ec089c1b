package org.scelmo.nodes.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.store.EmbeddingPartWriter;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.core.io.store.StoreWriter;
import org.scelmo.core.io.store.StoredEmbedding;

/** Named vectors on a wire, kept in one file store. The serialized form holds only what is known about that. */
public final class EmbeddingPortObject extends FileStorePortObject {

    /** The type of ports that carry named vectors. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(EmbeddingPortObject.class);

    private static final String PART = "embedding";

    /** Writes and reads what is known about the store; named in plugin.xml. */
    public static final class Serializer extends PortObjectSerializer<EmbeddingPortObject> {

        private static final String ENTRY = "part.json";

        @Override
        public void savePortObject(final EmbeddingPortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry(ENTRY));
            out.write(StorePart.toJson(List.of(object.m_part)).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public EmbeddingPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !entry.getName().equals(ENTRY)) {
                throw new IOException("The stored vectors are not described (%s).".formatted(ENTRY));
            }
            final var parts = StorePart.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new EmbeddingPortObject((EmbeddingPortObjectSpec)spec, parts.get(0));
        }
    }

    private final EmbeddingPortObjectSpec m_spec;

    private final StorePart m_part;

    /** For loading: KNIME adds the file store afterwards. */
    private EmbeddingPortObject(final EmbeddingPortObjectSpec spec, final StorePart part) {
        m_spec = spec;
        m_part = part;
    }

    private EmbeddingPortObject(final EmbeddingPortObjectSpec spec, final StorePart part, final FileStore store) {
        super(List.of(store));
        m_spec = spec;
        m_part = part;
    }

    /**
     * @param embedding the vectors
     * @param exec creates the file store
     * @param progress told as vectors are written
     * @return the vectors for an output port
     * @throws IOException if they cannot be written
     */
    public static EmbeddingPortObject create(final FeatureEmbedding embedding, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var store = exec.createFileStore(PART);
        final var part = StoreWriter.embedding(Stores.folder(store, PART), PART, embedding, progress);
        final var spec =
            new EmbeddingPortObjectSpec(embedding.size(), embedding.dimensions(), embedding.provenance());
        return new EmbeddingPortObject(spec, part, store);
    }

    /** Gives named vectors one by one. */
    @FunctionalInterface
    public interface Vectors {

        /**
         * @param writer takes the vectors in order
         * @throws IOException if they cannot be written
         */
        void writeTo(EmbeddingPartWriter writer) throws IOException;
    }

    /**
     * As {@link #create}, for vectors that are not all in memory.
     *
     * @param vectors writes them
     * @param provenance where they come from
     * @param exec creates the file store
     * @return the vectors for an output port
     * @throws IOException if they cannot be written
     */
    public static EmbeddingPortObject stream(final Vectors vectors, final Provenance provenance,
        final ExecutionContext exec) throws IOException {
        final var store = exec.createFileStore(PART);
        try (var writer = new EmbeddingPartWriter(Stores.folder(store, PART), PART)) {
            vectors.writeTo(writer);
            final var part = writer.finish(provenance);
            final var spec = new EmbeddingPortObjectSpec(part.rows(), (int)part.columns(), provenance);
            return new EmbeddingPortObject(spec, part, store);
        }
    }

    /**
     * Opens the vectors: names are read now, vectors are mapped when they are first used.
     *
     * @return the vectors
     * @throws IOException if the store cannot be read
     * @throws org.scelmo.core.io.store.StoreException if the store is missing or was changed
     */
    public FeatureEmbedding open() throws IOException {
        return StoredEmbedding.open(m_part, Stores.folder(getFileStore(0), m_part.name()));
    }

    @Override
    public EmbeddingPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        final var source = m_spec.provenance().entries().get("source");
        return String.format(Locale.ROOT, "%,d vectors × %,d dimensions%s", m_spec.size(), m_spec.dimensions(),
            source == null ? "" : " from " + source);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
