package org.scelmo.core.insilico;

import org.scelmo.core.ScelmoException;

/** The mean vector of a group is zero, so that there is no angle between the groups. */
public final class NoDirectionException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    NoDirectionException(final String group) {
        super("The mean vector of the %s cells is zero, so that it has no angle to the other group.".formatted(group),
            "Check that the vectors of the genes are not all zero.",
            "Check that the cells of this group express genes that have a vector.");
    }
}
