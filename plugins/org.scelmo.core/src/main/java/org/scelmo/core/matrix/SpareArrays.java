package org.scelmo.core.matrix;

/**
 * Arrays of blocks that are no longer needed, to be filled again: fresh ones of some megabytes cost the collector about
 * as much as it takes to read them from memory. Not thread-safe.
 */
public final class SpareArrays {

    /** Blocks of one source are about equally large, so a little more than the first one needs serves them all. */
    private static final int SLACK = 16;

    private int[] m_indices = {};
    private float[] m_values = {};

    /** @return an array of at least that length, its content undefined; no longer spare */
    public int[] indices(final int count) {
        final var spare = m_indices;
        m_indices = new int[0];
        return spare.length >= count ? spare : new int[length(count)];
    }

    /** @return an array of at least that length, its content undefined; no longer spare */
    public float[] values(final int count) {
        final var spare = m_values;
        m_values = new float[0];
        return spare.length >= count ? spare : new float[length(count)];
    }

    /** @param block that nobody looks at any more; its arrays must belong to it alone */
    public void take(final CsrMatrix block) {
        m_indices = block.indices();
        m_values = block.values();
    }

    private static int length(final int count) {
        return (int)Math.min(Integer.MAX_VALUE - SLACK, count + (long)count / SLACK);
    }
}
