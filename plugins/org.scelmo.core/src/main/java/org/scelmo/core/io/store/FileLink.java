package org.scelmo.core.io.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.scelmo.core.io.h5ad.MatrixInPlace;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.StructureChecksum;

/**
 * A matrix that stays in a file of the user's, and what tells whether the file is still the one it was.
 *
 * @param path of the file, absolute
 * @param location of the matrix inside the file
 * @param bytes length of the file
 * @param modified when the file was last changed, in milliseconds since 1970
 * @param structure checksum of the file's structure, as {@link StructureChecksum} makes it
 */
public record FileLink(String path, String location, long bytes, long modified, String structure) {

    /**
     * @param file the file
     * @param location of the matrix inside the file
     * @return the link
     * @throws IOException if the file cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged
     */
    public static FileLink to(final Path file, final String location) throws IOException {
        try (var open = Hdf5File.open(file)) {
            return new FileLink(file.toAbsolutePath().normalize().toString(), location, Files.size(file),
                modified(file), StructureChecksum.of(open));
        }
    }

    /** @return the same for another matrix of the same file */
    public FileLink at(final String other) {
        return new FileLink(path, other, bytes, modified, structure);
    }

    private static long modified(final Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    /**
     * @return the matrix, once the file has been found to be the one that was linked
     * @throws LinkedFileException if it was moved or changed
     */
    MatrixInPlace open() throws IOException {
        final var file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new LinkedFileException(path, "it is not there; it was moved, renamed or deleted, or the workflow "
                + "was opened on another computer");
        }
        if (Files.size(file) != bytes) {
            throw new LinkedFileException(path, String.format(Locale.ROOT,
                "it was changed; it has %,d bytes, and had %,d when it was linked", Files.size(file), bytes));
        }
        if (modified(file) != modified) {
            throw new LinkedFileException(path, "its date is %s, and was %s when it was linked: it was changed"
                .formatted(time(modified(file)), time(modified)));
        }
        final var open = Hdf5File.open(file);
        try {
            if (!StructureChecksum.of(open).equals(structure)) {
                throw new LinkedFileException(path, "it is another file than the one that was linked, of the same size "
                    + "and date");
            }
            return MatrixInPlace.of(open, location);
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private static Instant time(final long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
    }
}
