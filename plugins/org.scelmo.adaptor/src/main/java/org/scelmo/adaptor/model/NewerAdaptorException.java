package org.scelmo.adaptor.model;

import org.scelmo.core.ScelmoException;

/** An adaptor was written by a version newer than this one. */
public final class NewerAdaptorException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    NewerAdaptorException(final int version, final int known) {
        super("The adaptor has format version %d; this version of the extension reads up to %d.".formatted(version,
            known), "Update the extension.");
    }
}
