package org.scelmo.nodes.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.core.io.store.StoredAnnData;

/**
 * AnnData on a wire. Each part (X, obs, an embedding…) lies in a file store of its own; a node that adds a part shares
 * the stores of its input. The serialized form holds only the list of parts, for KNIME copies every input through it.
 * Parts are told apart by the position of their store, since names and paths of stores change when a workflow is saved.
 */
public final class AnnDataPortObject extends FileStorePortObject {

    /** The type of ports that carry AnnData. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(AnnDataPortObject.class);

    /** Writes and reads the list of parts; named in plugin.xml. */
    public static final class Serializer extends PortObjectSerializer<AnnDataPortObject> {

        private static final String ENTRY = "parts.json";

        @Override
        public void savePortObject(final AnnDataPortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry(ENTRY));
            out.write(StorePart.toJson(object.m_parts).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        @Override
        public AnnDataPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !entry.getName().equals(ENTRY)) {
                throw new IOException("The stored AnnData have no list of parts (%s).".formatted(ENTRY));
            }
            final var json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new AnnDataPortObject((AnnDataPortObjectSpec)spec, StorePart.fromJson(json));
        }
    }

    private final AnnDataPortObjectSpec m_spec;

    private final List<StorePart> m_parts;

    /** For loading: KNIME adds the file stores afterwards. */
    private AnnDataPortObject(final AnnDataPortObjectSpec spec, final List<StorePart> parts) {
        m_spec = spec;
        m_parts = List.copyOf(parts);
    }

    /**
     * @param spec what the data hold
     * @param parts the parts
     * @param stores where they lie, one per part in the same order
     */
    private AnnDataPortObject(final AnnDataPortObjectSpec spec, final List<StorePart> parts,
        final List<FileStore> stores) {
        super(stores);
        m_spec = spec;
        m_parts = List.copyOf(parts);
    }

    /** A part and where it lies. */
    record StoredPart(StorePart part, FileStore store) {
    }

    static AnnDataPortObject of(final AnnDataOutline outline, final List<StoredPart> stored) {
        final var parts = stored.stream().map(StoredPart::part).toList();
        return new AnnDataPortObject(new AnnDataPortObjectSpec(outline, files(parts)), parts,
            stored.stream().map(StoredPart::store).toList());
    }

    private static List<String> files(final List<StorePart> parts) {
        return parts.stream().filter(p -> p.link() != null).map(p -> p.link().path()).distinct().toList();
    }

    /** @return the parts with their stores, to share them */
    List<StoredPart> stored() {
        final var stored = new ArrayList<StoredPart>();
        for (int i = 0; i < m_parts.size(); i++) {
            stored.add(new StoredPart(m_parts.get(i), getFileStore(i)));
        }
        return stored;
    }

    /** @return the parts, in the order of their stores */
    public List<StorePart> parts() {
        return m_parts;
    }

    /**
     * Opens the data: annotations are read now, matrices are mapped when they are first used.
     *
     * @return the data
     * @throws IOException if a store cannot be read
     * @throws org.scelmo.core.io.store.StoreException if a store is missing or was changed; a linked file is checked
     *             each time a matrix begins to be read from it
     */
    public AnnData open() throws IOException {
        return StoredAnnData.open(m_parts, this::folder);
    }

    private Path folder(final StorePart part) {
        return Stores.folder(getFileStore(m_parts.indexOf(part)), part.name());
    }

    @Override
    public AnnDataPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        final var outline = m_spec.outline();
        final var embeddings = outline.obsm().entrySet().stream()
            .map(e -> "%s (%d dimensions)".formatted(e.getKey(), e.getValue())).collect(Collectors.joining(", "));
        final var graphs = String.join(", ", outline.obsp());
        return String.format(Locale.ROOT, "%,d cells × %,d genes%s; %d annotations of cells, %d of genes%s%s%s",
            outline.cells(), outline.genes(), outline.hasExpression() ? "" : " without expression",
            outline.obs().size(), outline.var().size(), embeddings.isEmpty() ? "" : "; embeddings " + embeddings,
            graphs.isEmpty() ? "" : "; graphs " + graphs,
            m_spec.linkedFiles().isEmpty() ? "" : "; linked to " + String.join(", ", m_spec.linkedFiles()));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
