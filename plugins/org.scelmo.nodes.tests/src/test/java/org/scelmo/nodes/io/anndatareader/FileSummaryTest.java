package org.scelmo.nodes.io.anndatareader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.scelmo.embedded.ui.dialog.DialogSnapshot;
import org.scelmo.embedded.ui.model.PortsInput;
import org.scelmo.nodes.testing.TestKnime;

class FileSummaryTest {

    private static final PortsInput INPUT = new PortsInput(new PortType[0], new PortType[0]);

    /** Opens the dialog; returns the message it shows, empty if none. */
    private static String dialog(final FSLocation location) {
        final var parameters = new AnnDataReaderParameters();
        parameters.m_file = new FileSelection(location);
        return DialogSnapshot.of(parameters, INPUT).widgets().stream().filter(w -> w.kind().equals("message"))
            .map(w -> w.title() + "\n" + w.description()).collect(Collectors.joining());
    }

    private static String dialog(final Path file) {
        return dialog(new FSLocation(FSCategory.LOCAL, file.toString()));
    }

    @Test
    void tellsWhatTheFileHolds() {
        final var text = dialog(TestKnime.demo("simulated-pbmc.h5ad"));
        assertTrue(text.contains("1,000 cells × 1,492 genes"), text);
        assertTrue(text.contains("Layers: counts"), text);
        assertTrue(text.contains("cell_type, donor"), text);
        assertTrue(text.contains("Raw: none"), text);
    }

    @Test
    void saysWhyAFileCannotBeReadAndOpensAllTheSame(@TempDir final Path folder) throws IOException {
        final var file = Files.writeString(folder.resolve("text.h5ad"), "no HDF5");
        assertTrue(dialog(file).contains("The file cannot be read"));
        assertTrue(dialog(folder.resolve("none.h5ad")).contains("none.h5ad"));
    }

    @Test
    void saysNothingAboutFilesThatAreFarAwayOrNotChosen() {
        assertEquals("", dialog(new FSLocation(FSCategory.LOCAL, "")));
        assertEquals("", dialog(new FSLocation(FSCategory.CUSTOM_URL, "5000", "https://example.org/a.h5ad")));
    }
}
