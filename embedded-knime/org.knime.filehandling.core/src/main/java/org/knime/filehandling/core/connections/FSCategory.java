package org.knime.filehandling.core.connections;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of file systems a location can belong to. */
public enum FSCategory {
        /** Files of this computer. */
        LOCAL("Local File System"),
        /** Paths relative to the workflow, its data area or the mountpoint that holds it. */
        RELATIVE("Relative to"),
        /** A named mountpoint. */
        MOUNTPOINT("Mountpoint"),
        /** A space on a KNIME Hub. */
        HUB_SPACE("Hub Space"),
        /** A URL: {@code knime:}, {@code file:} or remote. */
        CUSTOM_URL("Custom/KNIME URL"),
        /** A file system delivered by an input port. */
        CONNECTED("");

    private static final Set<FSCategory> STANDARD =
        Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CONNECTED)));

    private static final Set<FSCategory> STANDARD_NON_TRIVIAL =
        Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CONNECTED, CUSTOM_URL)));

    private final String m_label;

    FSCategory(final String label) {
        m_label = label;
    }

    /** @return the text a user reads */
    public String getLabel() {
        return m_label;
    }

    /** @return all categories that need no file system port */
    public static Set<FSCategory> getStandardFSCategories() {
        return STANDARD;
    }

    /** @return the standard categories whose files can be browsed */
    public static Set<FSCategory> getStandardNonTrivialFSCategories() {
        return STANDARD_NON_TRIVIAL;
    }
}
