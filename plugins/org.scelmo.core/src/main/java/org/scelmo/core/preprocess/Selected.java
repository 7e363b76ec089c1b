package org.scelmo.core.preprocess;

import java.util.stream.IntStream;

/** Positions of what is selected. */
final class Selected {

    private Selected() {
    }

    static int[] indices(final boolean[] selected) {
        return IntStream.range(0, selected.length).filter(i -> selected[i]).toArray();
    }
}
