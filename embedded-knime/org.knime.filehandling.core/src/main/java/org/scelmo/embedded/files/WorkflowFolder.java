package org.scelmo.embedded.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The workflow that the current thread works for: relative locations and {@code knime:} URLs resolve against it.
 * Whoever configures or executes nodes binds it on the thread that does so:
 *
 * <pre>
 * try (var binding = WorkflowFolder.of(folder).bind()) {
 *     ... configure and execute nodes ...
 * }
 * </pre>
 *
 * A node resolves its locations on that thread, before it hands work to others.
 *
 * @param workflow the folder that holds {@code workflow.knime}, absolute
 * @param mountpoint root of the tree of workflows, absolute; {@code knime://LOCAL/} and {@code knime.mountpoint}
 */
public record WorkflowFolder(Path workflow, Path mountpoint) {

    private static final ThreadLocal<WorkflowFolder> CURRENT = new ThreadLocal<>();

    /** File whose presence makes a folder a workflow. */
    static final String WORKFLOW_FILE = "workflow.knime";

    /** @throws IllegalArgumentException if the workflow does not lie below the mountpoint */
    public WorkflowFolder {
        workflow = workflow.toAbsolutePath().normalize();
        mountpoint = mountpoint.toAbsolutePath().normalize();
        if (!workflow.startsWith(mountpoint) || workflow.equals(mountpoint)) {
            throw new IllegalArgumentException(
                "The workflow " + workflow + " does not lie below the mountpoint " + mountpoint + ".");
        }
    }

    /**
     * @param workflow a workflow's folder
     * @return it, with the file system's root as mountpoint, so that {@code ../} leads anywhere on this computer
     */
    public static WorkflowFolder of(final Path workflow) {
        final var absolute = workflow.toAbsolutePath().normalize();
        return new WorkflowFolder(absolute, absolute.getRoot());
    }

    /**
     * Makes this the thread's workflow until the binding is closed.
     *
     * @return closes the binding and restores what was bound before
     */
    public Binding bind() {
        final var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** @return the thread's workflow, if one is bound */
    public static Optional<WorkflowFolder> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @return the folder of the workflow's own files */
    public Path dataArea() {
        return workflow.resolve("data");
    }

    static boolean isWorkflow(final Path folder) {
        return Files.exists(folder.resolve(WORKFLOW_FILE));
    }

    /** Ends a {@link WorkflowFolder#bind()}. */
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }
}
