package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.scelmo.embedded.core.io.ModelContentZip;

/** The common form of small port objects and specs: class name and content in one settings tree. */
final class SimpleContent {

    private static final String ENTRY = "content.xml";

    private static final int VERSION = 1;

    private SimpleContent() {
    }

    static ModelContent create() {
        return new ModelContent("model.xml");
    }

    static void write(final ModelContent content, final ZipOutputStream out) throws IOException {
        ModelContentZip.write(content, ENTRY, out);
    }

    static ModelContentRO read(final ZipInputStream in) throws IOException {
        return ModelContentZip.read(ENTRY, in);
    }

    /** Writes the frame and returns where the content goes. */
    static ModelContentWO begin(final ModelContentWO frame, final Object owner) {
        frame.addInt("version", VERSION);
        frame.addString("class_name", owner.getClass().getName());
        return frame.addModelContent("model");
    }

    static ModelContentRO content(final ModelContentRO frame) throws InvalidSettingsException {
        return frame.getModelContent("model");
    }

    static String className(final ModelContentRO frame) throws InvalidSettingsException {
        return frame.getString("class_name");
    }

    /** Creates an object by its public constructor without parameters. */
    static <T> T newInstance(final Class<? extends T> type) throws IOException {
        try {
            final var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IOException(type.getName() + " cannot be created; does it have a public constructor without"
                + " parameters?", e);
        }
    }
}
