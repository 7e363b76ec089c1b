package org.scelmo.core.io.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;

class GmtFileTest {

    @TempDir
    Path m_folder;

    private GmtFile read(final String text) throws IOException {
        return GmtFile.read(Files.writeString(m_folder.resolve("sets.gmt"), text), Progress.NONE);
    }

    private String failure(final String text) {
        final var failure = assertThrows(MalformedTextException.class, () -> read(text));
        assertFalse(failure.resolutions().isEmpty());
        return failure.getMessage();
    }

    @Test
    void aLineIsASet() throws IOException {
        final var file = read("T CELL\thttp://x\tCD3D\tCD3E\nB\t\tCD19\n");
        assertEquals(2, file.sets().size());
        assertEquals("T CELL", file.sets().get(0).name());
        assertEquals("http://x", file.sets().get(0).description());
        assertEquals(List.of("CD3D", "CD3E"), file.sets().get(0).genes());
        assertEquals("", file.sets().get(1).description());
    }

    @Test
    void windowsEndsMarksCommentsBlanksAndTrailingTabsDoNoHarm() throws IOException {
        final var file = read("\uFEFF# version 1\r\n\r\nB\tb cells\tCD19 \tMS4A1\t\t\r\n  \r\nT\tt\tCD3D");
        assertEquals(List.of("CD19", "MS4A1"), file.sets().get(0).genes());
        assertEquals(List.of("CD3D"), file.sets().get(1).genes());
    }

    @Test
    void repeatedGenesCountOnceAndWeightsDoNotCount() throws IOException {
        final var file = read("A\t\tX\tY\tX\nB\t\tX,1.0\tY,2e-3\n");
        assertEquals(List.of("X", "Y"), file.sets().get(0).genes());
        assertEquals(1, file.repeated());
        assertEquals(List.of("X", "Y"), file.sets().get(1).genes());
    }

    @Test
    void emptySetsAndCopiesAreLeftOutAndTold() throws IOException {
        final var file = read("A\t\tX\tY\nEMPTY\tnothing\nGONE\t\t\t\nA\tagain\tY\tX\n");
        assertEquals(1, file.sets().size());
        assertEquals(List.of("EMPTY", "GONE"), file.empty());
        assertEquals(List.of("A"), file.copies());
    }

    @Test
    void gzippedFilesAreReadAsTheyAre() throws IOException {
        final var path = m_folder.resolve("sets.gmt.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("A\t\tX\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("X"), GmtFile.read(path, Progress.NONE).sets().get(0).genes());
        final var bytes = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        assertThrows(MalformedTextException.class, () -> GmtFile.read(path, Progress.NONE));
    }

    @Test
    void damagedLinesAreNamed() {
        assertEquals("sets.gmt, line 2: 'B,CD19' has no tab.", failure("A\t\tX\nB,CD19\n"));
        assertEquals("sets.gmt, line 1: the set has no name.", failure("\t\tX\n"));
        assertEquals("sets.gmt, line 2: this is a web page or another markup file, not gene sets.",
            failure("\n<!DOCTYPE html>\n<html>\t\t<p>Login</p>\n"));
        assertEquals("sets.gmt, line 3: the set 'A' was in line 1 already, with other genes.",
            failure("A\t\tX\nB\t\tX\nA\t\tY\n"));
        assertTrue(failure("x".repeat(500)).length() < 120);
    }

    @Test
    void filesWithoutSetsAreRefused() {
        assertEquals("sets.gmt: there is no gene set with genes in the file.", failure(""));
        assertEquals("sets.gmt: there is no gene set with genes in the file.", failure("A\tnothing\n#\n"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        final var path = Files.write(m_folder.resolve("sets.gmt"), new byte[]{'A', '\t', (byte)0xFF, '\t', 'X'});
        assertThrows(MalformedTextException.class, () -> GmtFile.read(path, Progress.NONE));
    }
}
