package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scelmo.embedded.runner.Runner;

class NodesCommandTest {

    @Test
    void listsNodesByCategory() {
        final var outcome = Runner.execute("nodes");
        assertEquals(0, outcome.exitCode(), outcome.all());
        final var lines = outcome.out().lines().toList();
        assertTrue(lines.contains("Samples"), outcome.out());
        assertTrue(lines.contains("  Rows: Makes rows."), outcome.out());
        assertTrue(outcome.out().contains("Table Creator"), outcome.out());
    }

    @Test
    void describesPortsAndText() {
        final var outcome = Runner.execute("describe", "count");
        assertEquals(0, outcome.exitCode(), outcome.all());
        assertTrue(outcome.out().contains("Counts the rows of a table."), outcome.out());
        assertTrue(outcome.out().contains("1 Rows [Table]"), outcome.out());
        assertTrue(outcome.out().contains("1 Count [Table]"), outcome.out());
    }

    @Test
    void unknownNodeGetsASuggestion() {
        final var outcome = Runner.execute("describe", "row");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.log().contains("Did you mean Rows?"), outcome.log());
    }

    @Test
    void helpNamesAllExitCodes() {
        final var outcome = Runner.execute("help");
        assertEquals(0, outcome.exitCode());
        assertTrue(outcome.out().contains("130 canceled"), outcome.out());
        assertEquals(2, Runner.execute("dance").exitCode());
    }
}
