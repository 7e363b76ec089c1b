package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip files of folders. */
final class Zip {

    private Zip() {
    }

    static void pack(final Path folder, final Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file)); var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
    }
}
