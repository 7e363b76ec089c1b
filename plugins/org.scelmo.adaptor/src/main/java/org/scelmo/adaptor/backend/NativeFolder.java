package org.scelmo.adaptor.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One folder a version for the native libraries. Left alone, they would unpack into a hidden folder that all programs
 * with JavaCPP share, of whatever version.
 */
final class NativeFolder {

    /** ND4J's jars do not tell their version. */
    private static final String NAME = "natives-nd4j-1.0.0-M2.1";

    private NativeFolder() {
    }

    static Path create() throws IOException {
        try {
            return Files.createDirectories(Path.of(System.getProperty("user.home"), ".scelmo", NAME));
        } catch (final IOException e) { // NOSONAR a server's user may have no home to write to
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "scelmo", NAME));
        }
    }
}
