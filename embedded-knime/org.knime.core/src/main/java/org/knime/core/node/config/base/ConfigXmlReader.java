package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a settings tree from the form KNIME keeps on disk; DTDs and external entities are never resolved. */
final class ConfigXmlReader {

    private ConfigXmlReader() {
    }

    /** Adds what the stream holds to the config, and closes the stream. */
    static void read(final ConfigBase config, final InputStream is) throws IOException {
        final var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (is) {
            final var xml = factory.createXMLStreamReader(is, "UTF-8");
            final Deque<ConfigBase> open = new ArrayDeque<>();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml, config, open);
                    case XMLStreamConstants.END_ELEMENT -> {
                        if ("config".equals(xml.getLocalName())) {
                            open.pop();
                        }
                    }
                    default -> { // white space and comments
                    }
                }
            }
        } catch (final XMLStreamException e) {
            throw new IOException("Settings \"" + config.getKey() + "\" are not well-formed XML: " + e.getMessage(), e);
        }
    }

    private static void start(final XMLStreamReader xml, final ConfigBase root, final Deque<ConfigBase> open)
        throws IOException {
        final var key = xml.getAttributeValue(null, "key");
        switch (xml.getLocalName()) {
            case "config" -> open.push(open.isEmpty() ? root : open.peek().addConfigBase(key));
            case "entry" -> {
                if (open.isEmpty()) {
                    throw new IOException("Settings entry \"" + key + "\" outside of a config.");
                }
                open.peek().addEntry(entry(xml, key));
            }
            default -> throw new IOException("Unknown element <" + xml.getLocalName() + "> in settings.");
        }
    }

    private static AbstractConfigEntry entry(final XMLStreamReader xml, final String key) throws IOException {
        final var type = xml.getAttributeValue(null, "type");
        final var isNull = Boolean.parseBoolean(xml.getAttributeValue(null, "isnull"));
        final var value = xml.getAttributeValue(null, "value");
        try {
            return ConfigEntries.valueOf(type).createEntry(key,
                isNull || value == null ? null : XmlText.unescape(value));
        } catch (final IllegalArgumentException | NullPointerException | StringIndexOutOfBoundsException e) {
            throw new IOException(
                "Settings entry \"" + key + "\" of type \"" + type + "\" has the invalid value \"" + value + "\".", e);
        }
    }
}
