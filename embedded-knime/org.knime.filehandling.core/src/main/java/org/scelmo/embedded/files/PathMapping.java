package org.scelmo.embedded.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Maps absolute paths of a file system to files of this computer. */
interface PathMapping {

    /**
     * @param absolute absolute path in the file system, not normalized
     * @return the file
     * @throws IOException if the path must not be followed
     */
    Path toReal(Path absolute) throws IOException;

    /** @return every path means itself */
    static PathMapping identity() {
        return absolute -> absolute.normalize();
    }

    /**
     * @param root real folder that the file system's root stands for
     * @param closedWorkflows whether workflows hide what they hold, as in KNIME's file systems but not its URLs
     * @return paths below that folder
     */
    static PathMapping below(final Path root, final boolean closedWorkflows) {
        return absolute -> {
            rejectEscape(absolute);
            final var normalized = absolute.normalize();
            final var real = root.resolve(normalized.getRoot().relativize(normalized).toString());
            if (closedWorkflows) {
                rejectInsideWorkflow(absolute, real, root);
            }
            return real;
        };
    }

    private static void rejectEscape(final Path absolute) throws NoSuchFileException {
        var depth = 0;
        for (final var name : absolute) {
            if (name.toString().equals("..")) {
                depth--;
            } else if (!name.toString().equals(".")) {
                depth++;
            }
            if (depth < 0) {
                throw new NoSuchFileException(absolute.toString(), null, "the path leaves the mountpoint");
            }
        }
    }

    private static void rejectInsideWorkflow(final Path path, final Path real, final Path root)
        throws AccessDeniedException {
        for (var folder = real.getParent(); folder != null && folder.startsWith(root)
            && !folder.equals(root); folder = folder.getParent()) {
            if (WorkflowFolder.isWorkflow(folder)) {
                throw new AccessDeniedException(path.toString(), null,
                    "files inside a workflow are closed; put them beside the workflow or into its data area "
                        + "and select them relative to 'Current workflow data area'");
            }
        }
    }
}
