package org.scelmo.core.io.library;

import java.util.Arrays;

/**
 * A NumPy array or a list of numbers, as float32. The memo of a pickle refers to every one until its end, so unwanted
 * ones are emptied; their number tells which to keep if one turns out to be needed after all.
 */
final class PyVector {

    private final PickleBudget m_budget;
    private final int m_number;
    private float[] m_values;
    private int m_count;
    private PyVector m_inner;
    private boolean m_dropped;

    /** @param number how many came before in this pickle */
    PyVector(final int number, final PickleBudget budget) {
        m_number = number;
        m_budget = budget;
        m_values = new float[0];
        budget.take(PickleBudget.OBJECT);
    }

    int number() {
        return m_inner == null ? m_number : m_inner.number();
    }

    boolean isDropped() {
        return m_inner == null ? m_dropped : m_inner.isDropped();
    }

    /** @return the numbers themselves, not a copy */
    float[] values() {
        if (m_inner != null) {
            return m_inner.values();
        }
        if (m_values.length > m_count) {
            m_budget.release((long)Float.BYTES * (m_values.length - m_count));
            m_values = Arrays.copyOf(m_values, m_count);
        }
        return m_values;
    }

    void drop() {
        if (m_inner != null) {
            m_inner.drop();
        } else if (!m_dropped) {
            m_budget.release((long)Float.BYTES * m_values.length);
            m_values = new float[0];
            m_count = 0;
            m_dropped = true;
        }
    }

    /** Makes this the array of these numbers, not copied. */
    void set(final float[] values, final ByteSource source) {
        checkInUse(source);
        m_budget.take((long)Float.BYTES * (values.length - m_values.length));
        m_values = values;
        m_count = values.length;
    }

    /** @param item a number; or, as the only one, the row of an array of shape (1, dimensions) */
    void append(final Object item, final ByteSource source) {
        checkInUse(source);
        if (item instanceof PyVector row && m_count == 0 && m_inner == null && row.isFilled()) {
            m_inner = row;
            return;
        }
        if (m_inner != null || !(item instanceof Number number)) {
            throw source.malformed("the pickle has a list with %s; lists of numbers are read."
                .formatted(PickleEntries.kind(item)), "Save one vector of numbers per name.");
        }
        if (m_count == m_values.length) {
            if (m_count > LibraryRequest.MAX_DIMENSIONS) {
                throw source.malformed("the pickle has a list of more than %d numbers."
                    .formatted(LibraryRequest.MAX_DIMENSIONS), "Save one vector of numbers per name.");
            }
            final int length = Math.max(64, 2 * m_count);
            m_budget.take((long)Float.BYTES * (length - m_count));
            m_values = Arrays.copyOf(m_values, length);
        }
        m_values[m_count++] = number.floatValue();
    }

    /** Only a vector with numbers may be inside another: so nothing can be inside itself. */
    private boolean isFilled() {
        return m_count > 0 || m_dropped;
    }

    private void checkInUse(final ByteSource source) {
        if (m_dropped) {
            throw source.malformed("the pickle changes a vector after it has been stored in the dictionary.",
                "Save it again with pickle.dump(embeddings, file, protocol=4).");
        }
    }
}
