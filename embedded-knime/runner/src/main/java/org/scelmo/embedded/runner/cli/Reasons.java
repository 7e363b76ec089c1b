package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Says in a sentence what Java's file exceptions say by their class. */
final class Reasons {

    private Reasons() {
    }

    static String of(final IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "\"%s\" must not be written or read by this user".formatted(denied.getFile());
        }
        if (e instanceof NoSuchFileException absent) {
            return "\"%s\" does not exist".formatted(absent.getFile());
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return "\"%s\" cannot be written or read (%s)".formatted(file.getFile(), e.getClass().getSimpleName());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static String of(final InvalidPathException e) {
        return "The path \"%s\" cannot be used: %s. If it has letters beyond ASCII, set LC_ALL=C.UTF-8"
            .formatted(e.getInput(), e.getReason());
    }
}
