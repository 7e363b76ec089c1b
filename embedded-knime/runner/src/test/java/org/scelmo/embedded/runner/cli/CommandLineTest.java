package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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

    @Test
    void whatJavaSaysByTheClassOfAnExceptionIsPutInWords() {
        assertEquals("\"a\" must not be written or read by this user", Reasons.of(new AccessDeniedException("a")));
        assertEquals("\"a\" does not exist", Reasons.of(new NoSuchFileException("a")));
        assertEquals("\"a\" cannot be written or read (DirectoryNotEmptyException)",
            Reasons.of(new DirectoryNotEmptyException("a")));
        assertEquals("a: it is full", Reasons.of(new FileSystemException("a", null, "it is full")));
    }
}
