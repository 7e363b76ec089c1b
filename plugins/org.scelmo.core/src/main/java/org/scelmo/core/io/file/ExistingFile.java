package org.scelmo.core.io.file;

/** What to do if there is a file already where one is to be written. */
public enum ExistingFile {
    /** Refuse to write. */
    FAIL,
    /** Replace it, once the new one is complete. */
    OVERWRITE
}
