package org.scelmo.core.io.library;

import java.util.Arrays;

/** Objects of a pickle that it may use again, by number. */
final class PickleMemo {

    /** Python numbers without gaps; files from other tools may leave some */
    private static final int MAX_GAP = 1 << 16;

    private final ByteSource m_source;
    private final PickleBudget m_budget;
    private Object[] m_objects = new Object[1024];
    private int m_size;
    private int m_puts;

    PickleMemo(final ByteSource source, final PickleBudget budget) {
        m_source = source;
        m_budget = budget;
    }

    /** Gives the object the number of entries so far. */
    void add(final Object object) {
        put(m_size, object);
    }

    void put(final long index, final Object object) {
        if (index < 0 || index > 2L * m_puts + MAX_GAP) {
            throw new UnsafePickleException("'%s', byte %d: the pickle claims memo entry %d, but has made %d."
                .formatted(m_source.name(), m_source.position(), index, m_puts),
                "Save it again with pickle.dump(embeddings, file, protocol=4).");
        }
        m_budget.take(PickleBudget.ELEMENT);
        if (index >= m_objects.length) {
            m_objects = Arrays.copyOf(m_objects, (int)Math.max(index + 1, 2L * m_objects.length));
        }
        m_objects[(int)index] = object;
        m_size = Math.max(m_size, (int)index + 1);
        m_puts++;
    }

    Object get(final long index) {
        final var object = index < 0 || index >= m_size ? null : m_objects[(int)index];
        if (object == null) {
            throw m_source.malformed("the pickle refers to memo entry %d, which does not exist.".formatted(index));
        }
        return object;
    }
}
