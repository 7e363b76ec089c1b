package org.scelmo.core.io.store;

import org.scelmo.core.ScelmoException;

/** A file that data are read from in place is gone, or is not the one it was. */
public final class LinkedFileException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    LinkedFileException(final String path, final String what) {
        super("The linked file '%s' cannot be used: %s.".formatted(path, what),
            "Reset the AnnData Reader and execute it again, with the file at its present place.",
            "Put the file back as it was, with its date.",
            "Choose 'Import into the workflow' in the AnnData Reader, so that the workflow no longer needs the file.");
    }
}
