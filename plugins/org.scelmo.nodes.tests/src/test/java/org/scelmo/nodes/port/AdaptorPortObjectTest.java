package org.scelmo.nodes.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.scelmo.adaptor.model.MalformedAdaptorException;
import org.scelmo.core.ScelmoException;
import org.scelmo.nodes.testing.TrainedAdaptor;

class AdaptorPortObjectTest {

    private TrainedAdaptor m_trained;

    @BeforeEach
    void train() {
        m_trained = TrainedAdaptor.create();
    }

    @AfterEach
    void close() {
        m_trained.close();
    }

    private static AdaptorPortObjectSpec copy(final AdaptorPortObjectSpec spec)
        throws IOException, InvalidSettingsException {
        final var model = new ModelContent("spec");
        spec.save(model);
        final var bytes = new ByteArrayOutputStream();
        model.saveToXML(bytes);
        final var loaded = new AdaptorPortObjectSpec();
        loaded.load(ModelContent.loadFromXML(new ByteArrayInputStream(bytes.toByteArray())));
        return loaded;
    }

    @Test
    void specSurvivesSavingAndLoading() throws IOException, InvalidSettingsException {
        final var spec = m_trained.adaptor().getSpec();
        final var copy = copy(spec);
        assertEquals(spec, copy);
        assertEquals(List.of("B", "T"), copy.classes());
        assertEquals(4, copy.input());
        assertEquals(64, copy.fingerprint().length());
        assertTrue(copy(AdaptorPortObjectSpec.open(5)).isOpen());
        assertEquals(5, copy(AdaptorPortObjectSpec.open(5)).dimensions());
    }

    @Test
    void summaryCanBeRead() {
        final var summary = m_trained.adaptor().getSummary();
        assertTrue(summary.startsWith(
            "12 genes, vectors of 4 dimensions to 3; 2 classes (B, T); trained on CPU; gene vectors "), summary);
    }

    @Test
    void openingGivesTheSameEachTime() throws IOException {
        final var once = m_trained.adaptor().open();
        final var again = m_trained.adaptor().open();
        assertArrayEquals(once.weights().tower(), again.weights().tower());
        assertEquals(once.record(), again.record());
    }

    @Test
    void serializedFormIsTinyAndReadAgain() throws IOException {
        final var serializer = new AdaptorPortObject.Serializer();
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(m_trained.adaptor(), out, new ExecutionMonitor());
        }
        assertTrue(bytes.size() < 400, "KNIME copies it for each execution: " + bytes.size());
        try (var in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            final var loaded = serializer.loadPortObject(in, m_trained.adaptor().getSpec(), new ExecutionMonitor());
            assertEquals(m_trained.adaptor().getSpec(), loaded.getSpec());
        }
    }

    @Test
    void damagedStoresAreRefusedWithWhatToDo() throws IOException {
        final var file = m_trained.adaptor().file();
        final var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        assertThrows(MalformedAdaptorException.class, m_trained.adaptor()::open);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        final var cut = assertThrows(ScelmoException.class, m_trained.adaptor()::open);
        assertTrue(cut.getMessage().contains("length has changed"), cut.getMessage());
        Files.delete(file);
        final var gone = assertThrows(ScelmoException.class, m_trained.adaptor()::open);
        assertTrue(gone.getMessage().contains("missing") && !gone.resolutions().isEmpty(), gone.getMessage());
    }

    @Test
    void portTypeIsDeclaredInPluginXml() {
        assertTrue(PortTypeRegistry.getInstance().getObjectClass(AdaptorPortObject.class.getName()).isPresent());
        assertTrue(PortTypeRegistry.getInstance().getObjectSerializer(AdaptorPortObject.class).isPresent());
    }
}
