package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;

/** The settings tree in which small port objects and specs keep their content. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {

    private static final long serialVersionUID = 1;

    public ModelContent(final String key) {
        super(key);
    }

    @Override
    public Config getInstance(final String key) {
        return new ModelContent(key);
    }

    @Override
    public ModelContentWO addModelContent(final String key) {
        return (ModelContent)addConfig(key);
    }

    @Override
    public void addModelContent(final ModelContent content) {
        addConfig(content);
    }

    @Override
    public ModelContent getModelContent(final String key) throws InvalidSettingsException {
        return (ModelContent)getConfig(key);
    }

    /**
     * Reads a model from KNIME's XML form and closes the stream.
     *
     * @param in the XML
     * @return the content
     * @throws IOException if the stream cannot be read or is not such XML
     */
    public static synchronized ModelContentRO loadFromXML(final InputStream in) throws IOException {
        final var content = new ModelContent("ignored");
        content.load(in);
        return content;
    }
}
