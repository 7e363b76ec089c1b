package org.scelmo.embedded.files;

import java.nio.file.Path;

import org.knime.filehandling.core.connections.DefaultFSLocationSpec;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFileSystem;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationUtil;
import org.knime.filehandling.core.connections.RelativeTo;

/** Opens the file systems the embedded KNIME knows. All of them lead to files of this computer. */
public final class EmbeddedFileSystems {

    /** Name of the mountpoint of workflows on this computer. */
    private static final String LOCAL_MOUNTPOINT = "LOCAL";

    private EmbeddedFileSystems() {
    }

    /** @return the files of this computer; relative paths start from the working directory */
    public static FSFileSystem<?> local() {
        return local(new DefaultFSLocationSpec(FSCategory.LOCAL));
    }

    private static EmbeddedFileSystem local(final DefaultFSLocationSpec spec) {
        return new EmbeddedFileSystem(spec, PathMapping.identity(), Path.of("").toAbsolutePath().toString());
    }

    /**
     * @param type what paths are relative to
     * @return the files around the thread's {@link WorkflowFolder}
     * @throws IllegalStateException if no workflow is bound
     */
    public static FSFileSystem<?> relativeTo(final RelativeTo type) {
        final var spec = new DefaultFSLocationSpec(FSCategory.RELATIVE, type.getSettingsValue());
        return relativeTo(type, spec, true);
    }

    private static EmbeddedFileSystem relativeTo(final RelativeTo type, final DefaultFSLocationSpec spec,
        final boolean closedWorkflows) {
        final var folder = workflow(type.getLabel());
        return switch (type) {
            case WORKFLOW -> new EmbeddedFileSystem(spec, PathMapping.below(folder.mountpoint(), closedWorkflows),
                "/" + folder.mountpoint().relativize(folder.workflow()));
            case WORKFLOW_DATA -> new EmbeddedFileSystem(spec, PathMapping.below(folder.dataArea(), false), "/");
            case MOUNTPOINT, SPACE -> new EmbeddedFileSystem(spec,
                PathMapping.below(folder.mountpoint(), closedWorkflows), "/");
        };
    }

    /**
     * @param name {@code LOCAL}, the mountpoint of the thread's {@link WorkflowFolder}
     * @return its files
     * @throws IllegalArgumentException if there is no such mountpoint
     * @throws IllegalStateException if no workflow is bound
     */
    public static FSFileSystem<?> mountpoint(final String name) {
        return mountpoint(name, new DefaultFSLocationSpec(FSCategory.MOUNTPOINT, name));
    }

    private static EmbeddedFileSystem mountpoint(final String name, final DefaultFSLocationSpec spec) {
        if (!LOCAL_MOUNTPOINT.equals(name)) {
            throw new IllegalArgumentException("There is no mountpoint '" + name
                + "' in the embedded KNIME. Use LOCAL, a path relative to the workflow or a local file.");
        }
        final var folder = workflow("mountpoint " + name);
        return new EmbeddedFileSystem(spec, PathMapping.below(folder.mountpoint(), true), "/");
    }

    /**
     * @param location a CUSTOM_URL location with a {@code file:} or {@code knime:} URL
     * @return file system of that URL; a {@code knime://knime.workflow} URL may lead into the workflow
     * @throws IllegalArgumentException if the URL is malformed or of another kind
     */
    public static FSFileSystem<?> customUrl(final FSLocation location) {
        final var target = FSLocationUtil.createFromURL(location.getPath());
        final var spec =
            new DefaultFSLocationSpec(FSCategory.CUSTOM_URL, location.getFileSystemSpecifier().orElse(null));
        final var specifier = target.getFileSystemSpecifier().orElse(null);
        return switch (target.getFSCategory()) {
            case LOCAL -> local(spec);
            case RELATIVE -> relativeTo(RelativeTo.fromSettingsValue(specifier), spec, false);
            case MOUNTPOINT -> mountpoint(specifier, spec);
            default -> throw new IllegalArgumentException("The embedded KNIME reads file: and knime: URLs, not "
                + location.getPath() + ". Download the file and select it as a local file.");
        };
    }

    private static WorkflowFolder workflow(final String what) {
        return WorkflowFolder.current().orElseThrow(() -> new IllegalStateException(
            "A path relative to '" + what + "' needs a workflow, but none is open on this thread."));
    }
}
