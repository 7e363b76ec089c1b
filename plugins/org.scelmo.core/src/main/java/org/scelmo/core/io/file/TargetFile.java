package org.scelmo.core.io.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes a file under a temporary name beside the wanted one, and gives it that name when it is complete and on the
 * disk. Whatever goes wrong, no half file is left, and a file that was there before stays as it was. What a process
 * that was killed has left goes when a file is written to the same folder, a day later at the earliest.
 */
public final class TargetFile {

    private static final Pattern TEMPORARY = Pattern.compile("\\.scelmo-[0-9a-f-]{36}\\.part");
    /** A file that is still written to is never so old. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private TargetFile() {
    }

    /** What writes the file. */
    @FunctionalInterface
    public interface Body {
        /**
         * @param temporary path of a file that exists and is empty
         * @throws IOException if it cannot be written
         */
        void write(Path temporary) throws IOException;
    }

    /**
     * @param file the wanted file; its folder must exist
     * @param existing what to do if it exists
     * @param body writes the content
     * @throws IOException if reading or writing fails
     * @throws TargetFileException if the file exists and must not be replaced, or its folder is missing or cannot be
     *             written to; what {@code body} throws comes through as well
     * @throws DiskFullException if the disk is full
     */
    public static void write(final Path file, final ExistingFile existing, final Body body) throws IOException {
        final var target = file.toAbsolutePath();
        check(target, existing);
        removeAbandoned(target.getParent());
        final var temporary = temporary(target);
        try {
            body.write(temporary);
            force(temporary);
            check(target, existing);
            move(temporary, target);
        } catch (final IOException e) {
            throw explained(e, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * To call before long work, so that it is not done in vain.
     *
     * @throws TargetFileException if the file exists and must not be replaced, or its folder is missing
     */
    public static void check(final Path file, final ExistingFile existing) {
        final var target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new TargetFileException("'%s' is a folder.".formatted(target), "Add the name of a file.");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new TargetFileException("The folder '%s' does not exist.".formatted(target.getParent()),
                "Create the folder.", "Choose another folder.");
        }
        if (existing == ExistingFile.FAIL && Files.exists(target)) {
            throw new TargetFileException("The file '%s' exists already.".formatted(target),
                "Choose another name.", "Allow that existing files are overwritten.");
        }
    }

    private static Path temporary(final Path target) throws IOException {
        try {
            // not createTempFile: the file shall have the permissions of any other that the user makes
            return Files.createFile(target.resolveSibling(".scelmo-" + UUID.randomUUID() + ".part"));
        } catch (final AccessDeniedException e) {
            throw new TargetFileException(e, "The folder '%s' cannot be written to.".formatted(target.getParent()),
                "Choose another folder, or allow writing there.");
        } catch (final IOException e) {
            throw explained(e, target);
        }
    }

    private static void removeAbandoned(final Path folder) throws IOException {
        final var yesterday = FileTime.from(Instant.now().minus(ABANDONED));
        try (var files = Files.newDirectoryStream(folder, TargetFile::isTemporary)) {
            for (final var file : files) {
                if (Files.getLastModifiedTime(file).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (final AccessDeniedException | NoSuchFileException | DirectoryIteratorException e) { // NOSONAR
            // whoever may write here need not be allowed to list, or another process was faster
        }
    }

    private static boolean isTemporary(final Path file) {
        return TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    private static void force(final Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final AtomicMoveNotSupportedException e) { // NOSONAR some network drives; the next best is good enough
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static IOException explained(final IOException e, final Path target) throws IOException {
        return DiskFullException.explained(e, target.getParent(),
            "'%s' could not be written to its end and was removed".formatted(target),
            "Choose a folder on another disk.", "Switch compression on, where it is offered.");
    }
}
