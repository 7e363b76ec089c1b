package org.knime.filehandling.core.connections;

import org.scelmo.embedded.files.EmbeddedFileSystems;

/** Opens the file systems that need no port. */
public final class DefaultFSConnectionFactory {

    private DefaultFSConnectionFactory() {
    }

    /** @return the files of this computer */
    public static FSConnection createLocalFSConnection() {
        return connection(EmbeddedFileSystems.local());
    }

    /**
     * @param type what paths are relative to
     * @return the files around the current workflow
     */
    public static FSConnection createRelativeToConnection(final RelativeTo type) {
        return connection(EmbeddedFileSystems.relativeTo(type));
    }

    /**
     * @param mountID name of a mountpoint; the current one and {@code LOCAL} are known
     * @return its files
     */
    public static FSConnection createMountpointConnection(final String mountID) {
        return connection(EmbeddedFileSystems.mountpoint(mountID));
    }

    /**
     * @param location a CUSTOM_URL location with a {@code file:} or {@code knime:} URL
     * @return file system of that one URL
     */
    public static FSConnection createCustomURLConnection(final FSLocation location) {
        return connection(EmbeddedFileSystems.customUrl(location));
    }

    private static FSConnection connection(final FSFileSystem<?> fileSystem) {
        return () -> fileSystem;
    }
}
