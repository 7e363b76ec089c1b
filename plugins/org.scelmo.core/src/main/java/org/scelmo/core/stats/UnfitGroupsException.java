package org.scelmo.core.stats;

import org.scelmo.core.ScelmoException;

/** Groups of cells that cannot be compared. */
public final class UnfitGroupsException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private UnfitGroupsException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    static UnfitGroupsException none() {
        return new UnfitGroupsException("No group is left to compare.", "Choose an annotation with groups of at least "
            + "two cells.");
    }

    static UnfitGroupsException single(final String group) {
        return new UnfitGroupsException("All cells are of the group '%s', so that there is nothing to compare it with."
            .formatted(group), "Choose an annotation with two groups or more.");
    }

    static UnfitGroupsException oneCell(final String group) {
        return new UnfitGroupsException("The group '%s' has fewer than two cells, so that nothing is known of its spread."
            .formatted(group), "Leave it out.", "Merge it with a similar group.");
    }

    static UnfitGroupsException withItself(final String group) {
        return new UnfitGroupsException("The group '%s' would be compared with itself.".formatted(group),
            "Choose another reference, or leave this group out.");
    }

    static UnfitGroupsException tooMany(final int groups, final int genes, final long bytes) {
        return new UnfitGroupsException("Results of %,d groups and %,d genes need %,d MB of memory, more than there is."
            .formatted(groups, genes, bytes >> 20), "Compare fewer groups, or fewer genes.",
            "Give KNIME more memory (-Xmx in knime.ini).");
    }
}
