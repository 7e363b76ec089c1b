package org.scelmo.embedded.runner.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.sample.RowsNodeFactory;
import org.scelmo.embedded.runner.sample.WorkflowBuilder;

class WorkflowPictureTest {

    @TempDir
    Path m_temp;

    @Test
    void drawsNodesThatAreNotInstalledFromTheirWires() throws Exception {
        final var workflow = Path.of(System.getProperty("scelmo.shared", ""), "spec", "knime-example-workflow");
        Assumptions.assumeTrue(Files.isDirectory(workflow), "The reference data folder is not there: " + workflow);
        final var file = m_temp.resolve("pictures/example.svg");
        final var outcome = Runner.execute("picture", workflow, file);
        assertEquals(0, outcome.exitCode(), outcome.all());
        final var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals(3, count(Files.readString(file), "stroke="), "three wires");
        final var texts = svg.getElementsByTagName("text");
        assertEquals("Table Creator", texts.item(0).getTextContent());
        assertEquals("5 rows", texts.item(1).getTextContent());
        assertTrue(Files.readString(file).contains("Lab Model Learner"));
    }

    @Test
    void aNodeWithoutPlaceIsNamed() throws IOException {
        final var workflow =
            new WorkflowBuilder(m_temp.resolve("workflow")).node(1, RowsNodeFactory.class).write();
        final var outcome = Runner.execute("picture", workflow, m_temp.resolve("a.svg"));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.log().contains("The place of Rows (#1) is damaged"), outcome.log());
        assertFalse(Files.exists(m_temp.resolve("a.svg")));
    }

    private static int count(final String text, final String part) {
        return text.split(part, -1).length - 1;
    }
}
