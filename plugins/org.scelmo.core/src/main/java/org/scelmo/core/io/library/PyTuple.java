package org.scelmo.core.io.library;

/**
 * A tuple of a pickle.
 *
 * @param items not copied
 * @param depth 1, or one more than that of the deepest tuple inside
 */
record PyTuple(Object[] items, int depth) {

    private static final int MAX_DEPTH = 16;

    static PyTuple of(final ByteSource source, final PickleBudget budget, final Object... items) {
        budget.take(PickleBudget.OBJECT + (long)PickleBudget.ELEMENT * items.length);
        int depth = 1;
        for (final var item : items) {
            depth = item instanceof PyTuple inner ? Math.max(depth, inner.depth + 1) : depth;
        }
        if (depth > MAX_DEPTH) {
            throw new UnsafePickleException("'%s', byte %d: the pickle nests tuples deeper than %d levels."
                .formatted(source.name(), source.position(), MAX_DEPTH), "Save a plain dictionary of name to vector.");
        }
        return new PyTuple(items, depth);
    }
}
