package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.nio.file.Path;

/** Places that workflow files name; a place outside of the folder is not opened. */
public final class Inside {

    private Inside() {
    }

    /**
     * @param folder a folder of the workflow
     * @param location a path relative to it, as a file of the workflow has it
     * @return the place
     * @throws IOException if the path leads out of the folder
     */
    public static Path of(final Path folder, final String location) throws IOException {
        final var place = folder.resolve(location).normalize();
        if (!place.startsWith(folder.normalize())) {
            throw new IOException("%s refers to a place outside: %s".formatted(folder, location));
        }
        return place;
    }
}
