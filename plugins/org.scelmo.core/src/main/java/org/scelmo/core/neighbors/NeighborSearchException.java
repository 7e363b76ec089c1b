package org.scelmo.core.neighbors;

import org.scelmo.core.ScelmoException;

/** Query and reference do not allow the search asked for: no reference, too few rows, different dimensions. */
public final class NeighborSearchException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private NeighborSearchException(final String message, final String... resolutions) {
        super(message, resolutions);
    }

    static NeighborSearchException emptyReference() {
        return new NeighborSearchException("The reference has no cells to search in.",
            "Check the filter or file that the reference comes from.");
    }

    static NeighborSearchException tooFew(final int k, final long available, final boolean excludeSelf) {
        return new NeighborSearchException(
            "%d neighbors are wanted, but the reference offers only %d%s.".formatted(k, available,
                excludeSelf ? " besides the cell itself" : ""),
            "Lower the number of neighbors (k) to at most %d.".formatted(available),
            "Use a reference with more cells.");
    }

    static NeighborSearchException dimensions(final int query, final int reference) {
        return new NeighborSearchException(
            "The query's rows have %d dimensions, the reference's %d.".formatted(query, reference),
            "Embed both with the same gene vectors and options.");
    }
}
