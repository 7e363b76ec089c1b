package org.scelmo.core.matrix;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Dense matrices of the same columns, one below the other, seen as one matrix; nothing is copied. */
public final class ConcatenatedRows implements DenseMatrix {

    private final List<DenseMatrix> m_parts;

    /**
     * @param parts from above to below, at least one
     * @throws IllegalArgumentException if there is none, or they differ in their number of columns
     */
    public ConcatenatedRows(final List<DenseMatrix> parts) {
        m_parts = List.copyOf(parts);
        if (m_parts.stream().mapToInt(DenseMatrix::columns).distinct().count() != 1) {
            throw new IllegalArgumentException("The parts have %s columns; all must have the same number.".formatted(
                m_parts.stream().map(DenseMatrix::columns).toList()));
        }
    }

    @Override
    public long rows() {
        return m_parts.stream().mapToLong(DenseMatrix::rows).sum();
    }

    @Override
    public int columns() {
        return m_parts.get(0).columns();
    }

    @Override
    public void read(final long firstRow, final float[][] into) throws IOException {
        long above = 0;
        int done = 0;
        for (final var part : m_parts) {
            final long first = firstRow + done - above;
            final int count = (int)Math.max(0, Math.min(into.length - done, part.rows() - first));
            if (count > 0) {
                part.read(first, Arrays.copyOfRange(into, done, done + count));
                done += count;
            }
            above += part.rows();
        }
    }
}
