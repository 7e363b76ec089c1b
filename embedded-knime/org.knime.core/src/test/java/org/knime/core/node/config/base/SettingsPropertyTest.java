package org.knime.core.node.config.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any text survives settings. */
class SettingsPropertyTest {

    @Property
    void textsSurviveEscaping(@ForAll final String text) {
        final var escaped = XmlText.escape(text);
        assertEquals(text, XmlText.unescape(escaped));
        assertFalse(escaped.chars().anyMatch(c -> c < ' '));
    }

    @Property
    void textsSurviveFiles(@ForAll final String text, @ForAll final int number) throws IOException {
        final var key = "key " + text.replaceAll("\\p{Cntrl}|\\p{Cs}|[\uFFFE\uFFFF]", "");
        final var config = new SimpleConfig("root");
        config.addString(key, text);
        config.addStringArray("array", text, null, "%%" + text);
        config.addInt("number", number);
        final var out = new ByteArrayOutputStream();
        config.saveToXML(out);
        final var copy = new SimpleConfig("root");
        copy.load(new ByteArrayInputStream(out.toByteArray()));
        assertTrue(config.hasIdenticalValue(copy), out.toString(StandardCharsets.UTF_8));
    }
}
