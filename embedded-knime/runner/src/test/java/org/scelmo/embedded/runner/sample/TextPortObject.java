package org.scelmo.embedded.runner.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import javax.swing.JComponent;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A text in a file store. */
public final class TextPortObject extends FileStorePortObject {

    /** The type. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(TextPortObject.class);

    TextPortObject(final FileStore store) {
        super(List.of(store));
    }

    /** For reading. */
    public TextPortObject() {
        // the store comes with the framework
    }

    /** Named in plugin.xml. */
    public static final class Serializer extends PortObjectSerializer<TextPortObject> {

        @Override
        public void savePortObject(final TextPortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) {
            // all is in the file store
        }

        @Override
        public TextPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) {
            return new TextPortObject();
        }
    }

    String text() throws IOException {
        return Files.readString(getFileStore(0).getFile().toPath());
    }

    @Override
    public String getSummary() {
        return "a text";
    }

    @Override
    public PortObjectSpec getSpec() {
        return new TextPortObjectSpec();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    static PortObject write(final FileStore store, final String text) throws IOException {
        Files.writeString(store.getFile().toPath(), text);
        return new TextPortObject(store);
    }
}
