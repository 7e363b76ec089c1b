package org.scelmo.embedded.core.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.scelmo.embedded.core.access.PortAccess;
import org.scelmo.embedded.core.access.PortTypeDeclaration;

/** A sample port object whose text lies in a file store. */
public final class StoredText extends FileStorePortObject {

    public static final PortType TYPE = PortAccess.INSTANCE.register(new PortTypeDeclaration("Stored text",
        StoredText.class, new Serializer(), SampleSpec.class, new SampleSpec.Serializer(), 0xFF0000, false));

    private final SampleSpec m_spec;

    private String m_unwritten;

    private int m_flushes;

    private int m_reads;

    /** A new text; it is written when the node ends. */
    public StoredText(final String text, final List<FileStore> stores) {
        super(stores);
        m_spec = new SampleSpec("text of " + text.length());
        m_unwritten = text;
    }

    private StoredText(final SampleSpec spec) {
        m_spec = spec;
    }

    /** Another object on the same stores. */
    public StoredText share() {
        return new StoredText("", FileStoreUtil.getFileStores(this));
    }

    public String text() throws IOException {
        return Files.readString(getFileStore(0).getFile().toPath());
    }

    public int flushes() {
        return m_flushes;
    }

    public int reads() {
        return m_reads;
    }

    @Override
    protected void flushToFileStore() throws IOException {
        m_flushes++;
        if (!m_unwritten.isEmpty()) {
            Files.writeString(getFileStore(0).getFile().toPath(), m_unwritten);
        }
    }

    @Override
    protected void postConstruct() throws IOException {
        m_reads++;
        text();
    }

    @Override
    public String getSummary() {
        return m_spec.text();
    }

    @Override
    public PortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Its serializer: all content lies in the stores. */
    public static final class Serializer extends PortObjectSerializer<StoredText> {

        @Override
        public void savePortObject(final StoredText portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry("nothing"));
        }

        @Override
        public StoredText loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            if (!"nothing".equals(in.getNextEntry().getName())) {
                throw new IOException("Unexpected content");
            }
            return new StoredText((SampleSpec)spec);
        }
    }
}
