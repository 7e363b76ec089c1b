package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.scelmo.embedded.runner.model.WorkflowReader;
import org.scelmo.embedded.runner.picture.WorkflowPicture;
import org.scelmo.embedded.runner.registry.NodeCatalog;

/** Draws a workflow into an SVG file. */
final class PictureCommand {

    private final Console m_console;

    private final NodeCatalog m_catalog;

    PictureCommand(final Console console, final NodeCatalog catalog) {
        m_console = console;
        m_catalog = catalog;
    }

    int execute(final List<String> args) throws UsageException, IOException {
        if (args.size() != 2) {
            throw new UsageException("Write: picture WORKFLOW FILE.svg");
        }
        final var file = Path.of(args.get(1));
        final var picture = new WorkflowPicture(WorkflowReader.read(Path.of(args.get(0))), m_catalog);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, picture.svg());
        m_console.log("Drew " + file);
        return CommandLine.OK;
    }
}
