package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a settings tree in the form KNIME keeps on disk. */
final class ConfigXmlWriter {

    static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private static final String INDENT = "    ";

    private final Writer m_out;

    private ConfigXmlWriter(final Writer out) {
        m_out = out;
    }

    /** Writes the config as UTF-8 and closes the stream. */
    static void write(final ConfigBase config, final OutputStream os) throws IOException {
        try (var out = new OutputStreamWriter(os, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config xmlns=\"" + NAMESPACE
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + NAMESPACE
                + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"" + attribute(config.getKey()) + "\"");
            final var writer = new ConfigXmlWriter(out);
            writer.body(config, "");
        }
    }

    private void body(final ConfigBase config, final String indent) throws IOException {
        if (config.getChildCount() == 0) {
            m_out.write("/>\n");
            return;
        }
        m_out.write(">\n");
        for (final var key : config) {
            final var entry = config.getEntry(key);
            m_out.write(indent + INDENT);
            if (entry instanceof ConfigBase child) {
                m_out.write("<config key=\"" + attribute(key) + "\"");
                body(child, indent + INDENT);
            } else {
                m_out.write("<entry key=\"" + attribute(key) + "\" type=\"" + entry.getType().name() + "\""
                    + value(entry) + "/>\n");
            }
        }
        m_out.write(indent + "</config>\n");
    }

    private static String value(final AbstractConfigEntry entry) {
        // a transient string must never reach the disk
        final var text = entry instanceof ConfigTransientStringEntry ? null : entry.toStringValue();
        return text == null ? " isnull=\"true\" value=\"\"" : " value=\"" + attribute(XmlText.escape(text)) + "\"";
    }

    private static String attribute(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
