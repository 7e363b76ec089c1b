package org.scelmo.core.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.CanceledException;

class TargetFileTest {

    @TempDir
    Path m_folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(m_folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFileAppearsWhenItIsComplete() throws IOException {
        final var file = m_folder.resolve("out ä.txt");
        TargetFile.write(file, ExistingFile.FAIL, temporary -> {
            assertTrue(Files.notExists(file));
            assertEquals(m_folder, temporary.getParent());
            Files.writeString(temporary, "new");
        });
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("out ä.txt"), names());
    }

    @Test
    void anExistingFileIsKeptUnlessToldOtherwise() throws IOException {
        final var file = Files.writeString(m_folder.resolve("out.txt"), "old");
        final var refused = assertThrows(TargetFileException.class,
            () -> TargetFile.write(file, ExistingFile.FAIL, t -> Files.writeString(t, "new")));
        assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
        assertEquals("old", Files.readString(file));
        TargetFile.write(file, ExistingFile.OVERWRITE, t -> Files.writeString(t, "new"));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("out.txt"), names());
    }

    @Test
    void afterAFailureNothingIsLeftAndTheOldFileStays() throws IOException {
        final var file = Files.writeString(m_folder.resolve("out.txt"), "old");
        final var failure = new IOException("cable pulled");
        assertSame(failure, assertThrows(IOException.class, () -> TargetFile.write(file, ExistingFile.OVERWRITE, t -> {
            Files.writeString(t, "half");
            throw failure;
        })));
        assertThrows(CanceledException.class, () -> TargetFile.write(file, ExistingFile.OVERWRITE, t -> {
            throw new CanceledException();
        }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("out.txt"), names());
    }

    @Test
    void whatAKilledProcessLeftIsRemovedADayLater() throws IOException {
        final var id = "123e4567-e89b-12d3-a456-426614174000";
        final var old = Files.createFile(m_folder.resolve(".scelmo-" + id + ".part"));
        final var fresh = Files.createFile(m_folder.resolve(".scelmo-" + id.replace('1', '2') + ".part"));
        final var others = Files.createFile(m_folder.resolve("." + id + ".part"));
        for (final var file : List.of(old, others)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        TargetFile.write(m_folder.resolve("out.txt"), ExistingFile.FAIL, t -> Files.writeString(t, "new"));
        assertTrue(Files.notExists(old));
        assertTrue(Files.exists(fresh), "still written to, perhaps");
        assertTrue(Files.exists(others), "not ours");
    }

    @Test
    void aFullDiskIsToldAsSuch() throws IOException {
        final var full = assertThrows(DiskFullException.class,
            () -> TargetFile.write(m_folder.resolve("out.txt"), ExistingFile.FAIL, t -> {
                Files.writeString(t, "half");
                throw new IOException("No space left on device");
            }));
        assertTrue(full.getMessage().startsWith("The disk is full"), full.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
        assertTrue(SmallDisk.tryUntilItFits(List.of("out.txt"), folder -> TargetFile.write(folder.resolve("out.txt"),
            ExistingFile.OVERWRITE, t -> Files.writeString(t, "new".repeat(10_000)))) > 3);
    }

    @Test
    void theFileHasThePermissionsOfAnyOther() throws IOException {
        final var other = Files.writeString(m_folder.resolve("other.txt"), "by hand");
        Assumptions.assumeTrue(Files.getFileStore(other).supportsFileAttributeView("posix"), "no POSIX permissions");
        final var file = m_folder.resolve("out.txt");
        TargetFile.write(file, ExistingFile.FAIL, t -> Files.writeString(t, "new"));
        assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
    }

    @Test
    void aMissingFolderAndAFolderAsFileAreTold() {
        assertThrows(TargetFileException.class,
            () -> TargetFile.check(m_folder.resolve("none").resolve("out.txt"), ExistingFile.OVERWRITE));
        assertThrows(TargetFileException.class, () -> TargetFile.check(m_folder, ExistingFile.OVERWRITE));
    }
}
