package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.config.ConfigWO;

/** Settings in KNIME's form on disk. */
class NodeSettingsXmlTest {

    @Test
    void writesKnimesForm() throws IOException {
        final var settings = new NodeSettings("settings.xml");
        settings.addString("name", "a <\"b\"> & c");
        settings.addString("absent", null);
        settings.addInt("count", -3);
        settings.addDoubleArray("values", 0.5, Double.NaN);
        settings.addNodeSettings("empty");
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
             xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd"\
             key="settings.xml">
                <entry key="name" type="xstring" value="a &lt;&quot;b&quot;&gt; &amp; c"/>
                <entry key="absent" type="xstring" isnull="true" value=""/>
                <entry key="count" type="xint" value="-3"/>
                <config key="values">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xdouble" value="0.5"/>
                    <entry key="1" type="xdouble" value="NaN"/>
                </config>
                <config key="empty"/>
            </config>
            """, xml(settings));
    }

    @Test
    void keepsEveryTypeAndTheOrder() throws IOException, InvalidSettingsException {
        final var settings = new NodeSettings("all");
        settings.addBoolean("b", true);
        settings.addByte("y", (byte)-1);
        settings.addChar("c", '\t');
        settings.addDouble("d", Double.MIN_VALUE);
        settings.addFloat("f", 1.1f);
        settings.addInt("i", Integer.MIN_VALUE);
        settings.addLong("l", Long.MAX_VALUE);
        settings.addShort("s", (short)7);
        settings.addStringArray("texts", "", null, "%%00010", "a\nb\u0000c\uD800", "\uD83D\uDE00");
        settings.addStringArray("none", (String[])null);
        settings.addDataType("type", ListCell.getCollectionType(DoubleCell.TYPE));
        settings.addDataCellArray("cells", new StringCell("x"), new LongCell(5), BooleanCell.TRUE, new IntCell(1),
            new DoubleCell(-0.5), DataType.getMissingCell(), null);
        final var copy = NodeSettings.loadFromXML(new ByteArrayInputStream(xml(settings).getBytes(
            StandardCharsets.UTF_8)));
        assertTrue(settings.hasIdenticalValue((NodeSettings)copy));
        assertEquals(List.copyOf(settings.keySet()), List.copyOf(copy.keySet()));
        assertNull(copy.getStringArray("none"));
        assertArrayEquals(settings.getDataCellArray("cells"), copy.getDataCellArray("cells"));
        assertEquals(ListCell.getCollectionType(DoubleCell.TYPE), copy.getDataType("type"));
    }

    @Test
    void neverWritesTransientStrings() throws IOException {
        final var settings = new NodeSettings("s");
        settings.addTransientString("password", "secret");
        assertEquals("secret", settings.getTransientString("password"));
        assertTrue(xml(settings).contains("<entry key=\"password\" type=\"xtransientstring\" isnull=\"true\""));
    }

    @Test
    void missingOrOtherTypedKeysThrowOrGiveTheDefault() {
        final var settings = new NodeSettings("s");
        settings.addString("text", "5");
        final var absent = assertThrows(InvalidSettingsException.class, () -> settings.getInt("other"));
        assertEquals("Integer for key \"other\" not found.", absent.getMessage());
        assertThrows(InvalidSettingsException.class, () -> settings.getInt("text"));
        assertEquals(9, settings.getInt("text", 9));
        assertArrayEquals(new int[]{1}, settings.getIntArray("text", 1));
    }

    @Test
    void copiesAreIndependent() throws InvalidSettingsException {
        final var settings = new NodeSettings("s");
        settings.addNodeSettings("inner").addInt("i", 1);
        final var copy = new NodeSettings("copy");
        settings.copyTo((ConfigWO)copy);
        copy.getNodeSettings("inner").addInt("i", 2);
        assertEquals(1, settings.getNodeSettings("inner").getInt("i"));
    }

    @Test
    void refusesBrokenFilesAndExternalEntities() {
        for (final var text : List.of("<config key=\"a\">", "<entry key=\"a\" type=\"xint\" value=\"1\"/>",
            "<config key=\"a\"><entry key=\"b\" type=\"xint\" value=\"x\"/></config>",
            "<config key=\"a\"><entry key=\"b\" type=\"unknown\" value=\"x\"/></config>",
            "<!DOCTYPE config [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><config key=\"a\">"
                + "<entry key=\"b\" type=\"xstring\" value=\"1\"/>&e;</config>")) {
            assertThrows(IOException.class, () -> NodeSettings.loadFromXML(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), text);
        }
    }

    @Test
    void filesSavedByKnimeAreWrittenBackByteForByte() throws IOException {
        final var shared = Path.of(System.getProperty("scelmo.shared", "../shared"), "spec");
        assumeTrue(Files.isDirectory(shared), "the reference data folder is not there");
        var count = 0;
        for (final var workflow : List.of("knime-example-workflow", "knime-example-workflow-5.8.2")) {
            try (var files = Files.walk(shared.resolve(workflow))) {
                for (final var file : files.filter(NodeSettingsXmlTest::isSettings).toList()) {
                    final var text = Files.readString(file);
                    // the outermost key is not part of the loaded settings
                    final var settings = new NodeSettings(text.replaceFirst("(?s).*?key=\"([^\"]*)\".*", "$1"));
                    settings.load(Files.newInputStream(file));
                    assertEquals(text, xml(settings), file.toString());
                    count++;
                }
            }
        }
        assertTrue(count > 20, "files read: " + count);
    }

    private static boolean isSettings(final Path file) {
        final var name = file.getFileName().toString();
        return (name.endsWith(".xml") || name.equals("workflow.knime")) && !name.equals("workflow-metadata.xml");
    }

    private static String xml(final NodeSettings settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
