package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import java.util.Optional;

import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.RelativeTo;

/** Makes paths of locations. Close the factory after the providers it made. */
public abstract class FSPathProviderFactory implements AutoCloseable {

    /** For subclasses. */
    public FSPathProviderFactory() {
        super();
    }

    /**
     * @param portObjectConnection connection from a file system port, used for CONNECTED locations
     * @param spec the file system of the locations to come
     * @return a factory for locations of that file system
     * @throws IllegalArgumentException if the file system cannot be opened
     */
    public static FSPathProviderFactory newFactory(final Optional<FSConnection> portObjectConnection,
        final FSLocationSpec spec) {
        if (spec.getFileSystemCategory() == null) {
            throw new IllegalArgumentException("No file has been selected.");
        }
        return switch (spec.getFSCategory()) {
            case LOCAL -> new SharedConnectionFactory(DefaultFSConnectionFactory.createLocalFSConnection());
            case RELATIVE -> new SharedConnectionFactory(
                DefaultFSConnectionFactory.createRelativeToConnection(RelativeTo.fromSettingsValue(specifier(spec))));
            case MOUNTPOINT -> new SharedConnectionFactory(
                DefaultFSConnectionFactory.createMountpointConnection(specifier(spec)));
            case CUSTOM_URL -> new UrlPathProviderFactory();
            case CONNECTED -> new SharedConnectionFactory(
                portObjectConnection.orElseThrow(() -> new IllegalArgumentException(
                    "The selected file lies in a connected file system, but no file system is connected.")));
            case HUB_SPACE -> throw new IllegalArgumentException(
                "The selected file lies in a KNIME Hub space; the embedded KNIME cannot reach a Hub.");
        };
    }

    private static String specifier(final FSLocationSpec spec) {
        return spec.getFileSystemSpecifier().orElseThrow(() -> new IllegalArgumentException(
            "A location of category " + spec.getFileSystemCategory() + " needs a file system specifier."));
    }

    /**
     * @param location a location of the factory's file system
     * @return its path
     */
    public abstract FSPathProvider create(FSLocation location);

    @Override
    public abstract void close() throws IOException;
}
