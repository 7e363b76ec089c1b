package org.scelmo.embedded.runner.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DoubleCell;
import org.scelmo.embedded.runner.Runner;
import org.scelmo.embedded.runner.format.TableFolder;
import org.scelmo.embedded.runner.format.TableIndex;
import org.scelmo.embedded.runner.model.WorkflowReader;

/** Workflows that the real KNIME saved, with nodes of a plugin that is not installed here. */
class ExampleWorkflowTest {

    @TempDir
    Path m_temp;

    static Path example(final String name) {
        final var folder = Path.of(System.getProperty("scelmo.shared", "../../../shared"), "spec", name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "the reference data folder is not there: " + folder);
        return folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"knime-example-workflow", "knime-example-workflow-5.8.2"})
    void sampleNodesAreReportedMissing(final String name) {
        final var outcome = Runner.execute("info", example(name));
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().lines().anyMatch(l -> l.contains("Lab Model Learner (#3) EXECUTED, MISSING")),
            outcome.out());
        assertTrue(outcome.out().contains(
            "com.example.lab.model.LabModelTrainNodeFactory, bundle Lab Sample Nodes (com.example.lab.nodes) 1.0.0"),
            outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"knime-example-workflow", "knime-example-workflow-5.8.2"})
    void savingKeepsEveryFileByteForByte(final String name) throws IOException {
        final var source = example(name);
        final var target = m_temp.resolve("saved");
        final var outcome = Runner.execute("run", source, "--save", target);
        assertEquals(0, outcome.exitCode(), outcome.all());
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertArrayEquals(Files.readAllBytes(file),
                    Files.readAllBytes(target.resolve(source.relativize(file).toString())), file.toString());
            }
        }
    }

    @Test
    void containerTableIsRead() throws IOException {
        final var rows = rows(example("knime-example-workflow"), "Table Creator (#1)/port_1");
        assertEquals(List.of("Row0", "Row1", "Row2", "Row3", "Row4"),
            rows.stream().map(r -> r.getKey().getString()).toList());
        assertEquals(List.of("A", "B", "C", "D", "E"), rows.stream().map(r -> r.getCell(0).toString()).toList());
        assertEquals(List.of(1.5, 2.0, 3.5, -0.5, 10.0),
            rows.stream().map(r -> ((DoubleCell)r.getCell(1)).getDoubleValue()).toList());
    }

    @Test
    void tableOfReferencedColumnsIsReadByTheIdOfTheOther() throws IOException {
        // 5,400 rows in several compressed blocks; column 5 is log(1 + column 0) of the table of the node before
        final var rows = rows(example("knime-example-workflow-5.8.2"), "Lab Column Transform (#2)/port_1");
        assertEquals(5400, rows.size());
        for (var row : rows) {
            assertEquals(Math.log1p(((DoubleCell)row.getCell(0)).getDoubleValue()),
                ((DoubleCell)row.getCell(5)).getDoubleValue(), 1e-15, row.getKey().getString());
        }
    }

    @Test
    void internalTableIsTheOneAtThePort() throws IOException {
        final var source = example("knime-example-workflow");
        assertEquals(rows(source, "Lab Column Transform (#2)/port_1").stream().map(DataRow::toString).toList(),
            rows(source, "Lab Column Transform (#2)/internalTables/object_0").stream().map(DataRow::toString).toList());
    }

    @Test
    void settingsSurviveReadingAndWriting() throws IOException {
        final var workflow = WorkflowReader.read(example("knime-example-workflow"));
        for (var node : workflow.nodes()) {
            final var copy = m_temp.resolve("settings.xml");
            try (var out = Files.newOutputStream(copy)) {
                node.settings().saveToXML(out);
            }
            assertEquals(Files.readString(node.settingsFile()), Files.readString(copy), node.toString());
        }
    }

    @Test
    void executedNodeIsWrittenAsKnimeWroteIt() throws IOException {
        final var source = example("knime-example-workflow");
        final var target = m_temp.resolve("saved");
        Runner.execute("run", source, "--reset-node", "1", "--save", target);
        final var node = "Table Creator (#1)";
        assertEquals(text(source.resolve(node), "settings.xml").replaceAll("[0-9a-f-]{36}", "UUID"),
            text(target.resolve(node), "settings.xml").replaceAll("[0-9a-f-]{36}", "UUID"));
        assertEquals(text(source.resolve(node), "port_1/spec.xml"), text(target.resolve(node), "port_1/spec.xml"));
        assertEquals(text(source.resolve(node), "port_1/data.xml").replace("value=\"4\"", "value=\"7\""),
            text(target.resolve(node), "port_1/data.xml"));
        assertEquals(entry(source.resolve(node), "meta.xml").replace("value=\"4\"", "value=\"7\""),
            entry(target.resolve(node), "meta.xml"));
        assertEquals(rows(source, node + "/port_1").stream().map(DataRow::toString).toList(),
            rows(target, node + "/port_1").stream().map(DataRow::toString).toList());
    }

    @Test
    void missingNodeBehindAChangedOneIsSavedAsReset() throws IOException {
        final var target = m_temp.resolve("saved");
        Runner.execute("run", example("knime-example-workflow"), "--reset-node", "1", "--save", target);
        final var node = target.resolve("Lab Column Transform (#2)");
        assertTrue(text(node, "settings.xml").contains("key=\"state\" type=\"xstring\" value=\"IDLE\""));
        assertTrue(text(node, "settings.xml").contains("value=\"com.example.lab.stats.LabStatsNodeFactory\""));
        assertTrue(Files.notExists(node.resolve("port_1")), "the table refers to one that is gone");
        assertTrue(Files.exists(target.resolve("Table Creator (#1)/port_1/data.zip")));
    }

    private static String text(final Path folder, final String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static String entry(final Path node, final String name) throws IOException {
        try (var zip = new ZipFile(node.resolve("port_1/data.zip").toFile());
            var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<DataRow> rows(final Path workflow, final String folder) throws IOException {
        final var rows = new ArrayList<DataRow>();
        TableFolder.open(workflow.resolve(folder), TableIndex.scan(workflow)).forEachRow(rows::add);
        return rows;
    }
}
