package org.scelmo.embedded.runner.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.knime.core.node.NodeSettings;

/** Files in KNIME's XML settings form. */
public final class SettingsFiles {

    private SettingsFiles() {
    }

    /**
     * @param file the file
     * @return its content, with the file's name as key, as KNIME names most of its files
     * @throws IOException if it is missing or damaged; the message names it
     */
    public static NodeSettings read(final Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            final var settings = new NodeSettings(file.getFileName().toString());
            ((NodeSettings)NodeSettings.loadFromXML(in)).copyTo(settings);
            return settings;
        } catch (final IOException e) {
            throw new IOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param file is replaced as a whole or not at all
     * @param settings its content
     * @throws IOException if it cannot be written
     */
    public static void write(final Path file, final NodeSettings settings) throws IOException {
        final var part = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
            settings.saveToXML(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
