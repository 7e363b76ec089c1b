package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.embedded.runner.cli.RunOptions.TableName;
import org.scelmo.embedded.runner.cli.RunOptions.Target;
import org.scelmo.embedded.runner.cli.RunOptions.View;

class RunArgumentsTest {

    @Test
    void friendlyFormSavesNothingUnlessAsked() throws UsageException {
        final var options = parse("wf", "--var", "a=b=c", "--table", "3.1:2", "--table", "4", "--threads", "5",
            "--reset");
        assertEquals(Path.of("wf"), options.workflow());
        assertEquals("b=c", options.variables().get(0).value());
        assertNull(options.variables().get(0).type());
        assertEquals(List.of(new TableName("3.1", 2), new TableName("4", 1)), options.tables());
        assertEquals(5, options.threads());
        assertTrue(options.reset());
        assertEquals(new Target.None(), options.target());
    }

    @Test
    void aViewIsServedAtAnyPortUnlessOneIsGiven() throws UsageException {
        assertNull(parse("wf").view());
        assertEquals(new View("3.1", 0, null, 900), parse("wf", "--view", "3.1").view());
        assertEquals(new View("3", 8080, Path.of("v.png"), 500),
            parse("wf", "--view=3", "--port", "8080", "--picture", "v.png", "--height=500").view());
    }

    @Test
    void saveTakesAFolderOnlyBehindTheWorkflow() throws UsageException {
        assertEquals(new Target.InPlace(), parse("wf", "--save").target());
        assertEquals(new Target.InPlace(), parse("--save", "wf").target());
        assertEquals(new Target.InPlace(), parse("wf", "--save", "--quiet").target());
        assertEquals(new Target.Folder(Path.of("out")), parse("wf", "--save", "out").target());
    }

    @Test
    void batchFormSavesUnlessTold() throws UsageException {
        assertEquals(new Target.InPlace(), parse("-workflowDir=wf").target());
        assertEquals(new Target.None(), parse("-nosave", "-workflowDir=wf", "-destDir=out").target());
        assertEquals(new Target.Folder(Path.of("out")), parse("-destDir=out", "-workflowDir=wf").target());
        assertEquals(new Target.Archive(Path.of("o.zip")), parse("-workflowDir=wf", "-destFile=o.zip").target());
        assertFalse(parse("-workflowDir=wf").reset());
    }

    @Test
    void passwordMayHoldSemicolons() throws UsageException {
        final var login = parse("wf", "--credential", "name;login;pass;word").credentials().get("name");
        assertEquals("login", login.user());
        assertEquals("pass;word", login.password());
        assertFalse(login.toString().contains("pass"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "wf --nonsense", "wf --var x", "wf --table 3:x", "wf --threads 0", "wf --csv",
        "wf --view", "wf --view 2 --port x", "wf --port 65536", "wf --port -1", "-workflowDir=", "-preferences=p.epf -workflowDir=wf", "wf -workflow.variable=a,b"})
    void nonsenseIsRefused(final String line) {
        assertThrows(UsageException.class,
            () -> parse(line.isEmpty() ? new String[0] : line.split(" ")));
    }

    private static RunOptions parse(final String... args) throws UsageException {
        return RunArguments.parse(List.of(args));
    }
}
