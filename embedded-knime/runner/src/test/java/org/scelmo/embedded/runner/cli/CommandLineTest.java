package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void aPathThatTheSystemCannotHaveIsWrongUsage() {
        final var said = new ByteArrayOutputStream();
        final var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(CommandLine.UNUSABLE, new CommandLine(stream, stream, false).execute("info", "work\0flow"));
        final var text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("cannot be used") && text.contains("LC_ALL"), text);
    }
}
