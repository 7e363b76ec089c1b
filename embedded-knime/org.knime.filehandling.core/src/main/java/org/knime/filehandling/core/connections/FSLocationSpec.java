package org.knime.filehandling.core.connections;

import java.util.Optional;

/** Names a file system: its category and, where the category needs one, a specifier. */
public interface FSLocationSpec {

    /** No file system. */
    FSLocationSpec NULL = new FSLocationSpec() {
        @Override
        public String getFileSystemCategory() {
            return null;
        }

        @Override
        public Optional<String> getFileSystemSpecifier() {
            return Optional.empty();
        }
    };

    /** @return name of an {@link FSCategory} */
    String getFileSystemCategory();

    /** @return the category */
    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }

    /** @return e.g. the mountpoint's name, {@code knime.workflow}, a URL's timeout */
    Optional<String> getFileSystemSpecifier();

    @Override
    String toString();

    /**
     * @param first may be null
     * @param second may be null
     * @return whether both name the same file system
     */
    static boolean areEqual(final FSLocationSpec first, final FSLocationSpec second) {
        if (first == second) {
            return true;
        }
        return first != null && second != null
            && first.getFileSystemCategory().equals(second.getFileSystemCategory())
            && first.getFileSystemSpecifier().equals(second.getFileSystemSpecifier());
    }
}
