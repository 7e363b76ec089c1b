package org.scelmo.embedded.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.knime.core.node.workflow.FlowVariable;
import org.scelmo.embedded.core.io.TempFiles;
import org.scelmo.embedded.runner.cli.RunOptions.Target;
import org.scelmo.embedded.runner.model.Workflow;
import org.scelmo.embedded.runner.model.WorkflowException;
import org.scelmo.embedded.runner.session.Session;
import org.scelmo.embedded.runner.session.WorkflowSaver;

/** Saves a workflow to where the command line says. */
final class SaveTarget {

    private SaveTarget() {
    }

    /** Refuses what could not be written, before anything runs. */
    static void check(final Workflow workflow, final Target target) throws IOException {
        if (target instanceof Target.Folder folder) {
            WorkflowSaver.checkTarget(workflow, folder.folder());
        } else if (target instanceof Target.Archive archive) {
            checkArchive(archive.file());
        }
    }

    /** @return where it was saved, {@code null} if it was not to be */
    static Path save(final Session session, final Map<String, FlowVariable> variables, final Target target)
        throws IOException {
        if (target instanceof Target.InPlace) {
            WorkflowSaver.saveInPlace(session, variables);
            return session.workflow().folder();
        }
        if (target instanceof Target.Folder folder) {
            WorkflowSaver.saveTo(session, variables, folder.folder());
            return folder.folder();
        }
        if (target instanceof Target.Archive archive) {
            saveArchive(session, variables, archive.file());
            return archive.file();
        }
        return null;
    }

    /** As KNIME does it, the archive holds one folder with the workflow's name. */
    private static void saveArchive(final Session session, final Map<String, FlowVariable> variables, final Path file)
        throws IOException {
        checkArchive(file);
        final var scratch = Files.createTempDirectory("workflow-archive-");
        try {
            WorkflowSaver.saveTo(session, variables, scratch.resolve(session.workflow().name()));
            Zip.pack(scratch, file);
        } finally {
            TempFiles.delete(scratch);
        }
    }

    private static void checkArchive(final Path file) throws WorkflowException {
        if (Files.exists(file)) {
            throw new WorkflowException("%s exists already; delete it or choose another name".formatted(file));
        }
    }
}
