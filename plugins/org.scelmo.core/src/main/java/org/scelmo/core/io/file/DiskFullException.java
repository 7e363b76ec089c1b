package org.scelmo.core.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.scelmo.core.ScelmoException;

/** The disk, or what the user may take of it, has no space left for what is being written. */
public final class DiskFullException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    /** Less free space than this after a failure tells that the disk is full, whatever words the system finds. */
    private static final long NOTHING_LEFT = 1 << 16;
    private static final List<String> REASONS = List.of("no space", "not enough space", "out of disk space", "quota");

    private DiskFullException(final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
    }

    /**
     * Tells whether a failure comes from a full disk. To be called before what was written is removed.
     *
     * @param failure of writing
     * @param folder that was written to
     * @param what could not be done, as a sentence without full stop
     * @param resolutions what the user can do, beside freeing space
     * @return the failure itself, to be thrown, if it has another reason
     * @throws DiskFullException if the disk is full
     * @throws IOException if that cannot be told
     */
    public static IOException explained(final IOException failure, final Path folder, final String what,
        final String... resolutions) throws IOException {
        final var reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (REASONS.stream().noneMatch(reason::contains)
            && Files.getFileStore(folder).getUsableSpace() >= NOTHING_LEFT) {
            return failure;
        }
        final var all = new String[resolutions.length + 1];
        all[0] = "Free some space on the disk of '%s'.".formatted(folder);
        System.arraycopy(resolutions, 0, all, 1, resolutions.length);
        throw new DiskFullException(failure, "The disk is full: %s.".formatted(what), all);
    }
}
