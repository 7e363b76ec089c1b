package org.scelmo.nodes.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.picture.WorkflowPicture;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.TestKnime;

/** The README tells of what there is. */
class ReadmeTest {

    private static final Pattern NODE = Pattern.compile("(?m)^\\| \\*\\*([^*]+)\\*\\* \\|");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```");

    private static String read(final String file) throws IOException {
        return Files.readString(TestKnime.repository().resolve(file));
    }

    private static List<String> find(final Pattern pattern, final String text) {
        return pattern.matcher(text).results().map((final MatchResult r) -> r.group(1)).toList();
    }

    @Test
    void namesEveryNodeAndNoOther() throws IOException {
        final var installed = NodePlugin.nodes().stream().map(n -> n.factory().getNodeName())
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(installed, new TreeSet<>(find(NODE, read("README.md"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/adaptor.md", "docs/backends.md",
        "docs/in-silico-delete.md", "docs/preferences.md", "test-workflows/README.md"})
    void linksLeadToFiles(final String page) throws IOException {
        for (final var link : find(LINK, read(page))) {
            assertTrue(Files.exists(TestKnime.repository().resolve(page).resolveSibling(link)), link);
        }
    }

    @Test
    void listsEveryExample() throws IOException {
        try (var folders = Files.list(TestKnime.repository().resolve("test-workflows"))) {
            assertEquals(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(find(Pattern.compile("(?m)^\\| \\[([^\\]]+)\\]"), read("test-workflows/README.md"))));
        }
    }

    @Test
    void variablesOfItsExampleExistInTheWorkflow() throws IOException {
        final var workflow = read("test-workflows/zero-shot-annotation/workflow.knime");
        for (final var variable : find(Pattern.compile("--var (\\w+)="), read("README.md"))) {
            assertTrue(workflow.contains("<entry key=\"name\" type=\"xstring\" value=\"%s\"/>".formatted(variable)),
                variable);
        }
    }

    /** Again: {@code ./scelmo picture test-workflows/zero-shot-annotation docs/zero-shot-annotation.svg}. */
    @Test
    void pictureShowsTheWorkflowAsItIs() throws IOException {
        final var workflow =
            WorkflowReader.read(TestKnime.repository().resolve("test-workflows/zero-shot-annotation"));
        assertEquals(read("docs/zero-shot-annotation.svg"),
            new WorkflowPicture(workflow, TestKnime.catalog()).svg());
    }

    @Test
    void continuousIntegrationCallsItsTestCommand() throws IOException {
        final var blocks = find(BLOCK, read("README.md").substring(read("README.md").indexOf("## The tests")));
        assertTrue(read(".ci/run").lines().anyMatch(blocks.get(0).strip()::equals), blocks.get(0));
    }
}
