package org.scelmo.core.io.text;

import java.nio.file.Path;

import org.scelmo.core.ScelmoException;

/** A text file is damaged, cut off, or not what it should be. */
public final class MalformedTextException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file
     * @param line its line, from 1, or 0 if it is about the whole file
     * @param what what is wrong, a sentence that follows the place
     * @param resolutions what the user can do
     */
    public MalformedTextException(final Path file, final long line, final String what, final String... resolutions) {
        super("%s%s: %s".formatted(file.getFileName(), line > 0 ? ", line " + line : "", what), resolutions);
    }
}
