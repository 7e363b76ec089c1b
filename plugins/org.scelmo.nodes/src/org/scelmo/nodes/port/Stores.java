package org.scelmo.nodes.port;

import java.nio.file.Path;

import org.knime.core.data.filestore.FileStore;
import org.scelmo.core.ScelmoException;

/** Where file stores lie. */
final class Stores {

    private Stores() {
    }

    /**
     * KNIME restores a saved workflow's stores at the first access, which fails if the workflow is incomplete or the
     * disk is full.
     *
     * @param store the store
     * @param part what it holds
     * @return its folder
     */
    static Path folder(final FileStore store, final String part) {
        try {
            return store.getFile().toPath();
        } catch (final IllegalStateException e) {
            throw new ScelmoException(e, "The stored data '%s' cannot be restored: %s.".formatted(part, e.getMessage()),
                "Check that the disk for temporary files has space.",
                "Reset the node that made these data and execute it again.");
        }
    }
}
