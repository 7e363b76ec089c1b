package org.scelmo.llm.cache;

import java.nio.file.Path;

/**
 * Where SQLite unpacks its native library. By default that is the folder for temporary files, which several users may
 * share and which some systems forbid to run code from; a program that has a folder of its own names it here, once,
 * before it opens the first cache.
 */
public final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.tmpdir";

    private SqliteLibrary() {
    }

    /**
     * Has an effect before the first cache is opened, and only if the system property {@code org.sqlite.tmpdir} is
     * unset.
     *
     * @param folder exists, and belongs to the user
     */
    public static void unpackInto(final Path folder) {
        if (System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        }
    }
}
