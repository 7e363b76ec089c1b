package org.knime.filehandling.core.connections.location;

import org.knime.filehandling.core.connections.DefaultFSConnectionFactory;
import org.knime.filehandling.core.connections.FSLocation;

/** Every URL is a file system of its own, closed with its path provider. */
final class UrlPathProviderFactory extends FSPathProviderFactory {

    @Override
    public FSPathProvider create(final FSLocation location) {
        return new ConnectedPath(DefaultFSConnectionFactory.createCustomURLConnection(location), location, true);
    }

    @Override
    public void close() {
        // connections belong to the path providers
    }
}
