package org.knime.core.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.scelmo.embedded.core.io.ModelContentZip;
import org.scelmo.embedded.core.sample.SampleSpec;
import org.scelmo.embedded.core.sample.StoredText;

/** Types of ports and the streams of their objects. */
class PortTypeTest {

    @Test
    void typesAreFoundAndCompared() {
        assertEquals("Table", BufferedDataTable.TYPE.getName());
        assertEquals(DataTableSpec.class, BufferedDataTable.TYPE.getPortObjectSpecClass());
        assertTrue(PortObject.TYPE.isSuperTypeOf(StoredText.TYPE));
        assertFalse(StoredText.TYPE.isSuperTypeOf(PortObject.TYPE));
        assertNotEquals(BufferedDataTable.TYPE, BufferedDataTable.TYPE_OPTIONAL);
        assertTrue(PortTypeRegistry.getInstance().availablePortTypes().contains(StoredText.TYPE));
    }

    @Test
    void typesSurviveSettings() throws InvalidSettingsException {
        final var settings = new NodeSettings("type");
        BufferedDataTable.TYPE_OPTIONAL.save((ConfigWO)settings);
        assertEquals(BufferedDataTable.TYPE_OPTIONAL, PortType.load((ConfigRO)settings));
        settings.addString("object_class", "com.example.Unknown");
        assertThrows(InvalidSettingsException.class, () -> PortType.load((ConfigRO)settings));
    }

    @Test
    void specsSurviveTheirStream() throws IOException {
        final var spec = StoredText.TYPE;
        final var registry = PortTypeRegistry.getInstance();
        final var serializer = registry.getSpecSerializer(spec.getPortObjectSpecClass()).orElseThrow();
        final var original = new SampleSpec();
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            serializer.savePortObjectSpec(original, out);
        }
        try (var in = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(original, serializer.loadPortObjectSpec(in));
        }
        final var broken = new ByteArrayInputStream(new byte[0]);
        assertThrows(IOException.class, () -> PortUtil.getPortObjectSpecZipInputStream(broken));
        final var wrong = new ByteArrayInputStream(bytes.toByteArray());
        assertThrows(IOException.class, () -> PortUtil.getPortObjectZipInputStream(wrong));
    }

    @Test
    void streamsSavedByKnimeAreRead() throws IOException, InvalidSettingsException {
        final var port = Path.of(System.getProperty("scelmo.shared", "../shared"), "spec",
            "knime-example-workflow-5.8.2", "Lab Model Learner (#3)", "port_1");
        assumeTrue(Files.isDirectory(port), "the reference data folder is not there");
        try (var in = PortUtil.getPortObjectZipInputStream(
            Files.newInputStream(port.resolve(Path.of("object", "portobject.zip"))))) {
            assertEquals("meta.properties", in.getNextEntry().getName());
        }
        try (var in = PortUtil.getPortObjectSpecZipInputStream(
            Files.newInputStream(port.resolve(Path.of("spec", "spec.zip"))))) {
            final var content = ModelContentZip.read("content.xml", in);
            assertEquals("Universe_0_0", content.getModelContent("model").getString("column"));
        }
    }

    @Test
    void tableSpecsSurviveTheirStream() throws IOException {
        final var spec = new DataTableSpec("name", new String[]{"a"}, new DataType[]{StringCell.TYPE});
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new DataTableSpec.Serializer().savePortObjectSpec(spec, out);
        }
        try (var in = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(spec, new DataTableSpec.Serializer().loadPortObjectSpec(in));
        }
    }
}
