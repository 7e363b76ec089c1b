package org.scelmo.core.io.library;

import java.util.Arrays;

/** The stack of the pickle machine, with its marks. */
final class PickleStack {

    private static final int MAX_ITEMS = 1 << 20;
    private static final int MAX_MARKS = 256;

    private final ByteSource m_source;
    private final int[] m_marks = new int[MAX_MARKS];
    private Object[] m_items = new Object[4096];
    private int m_size;
    private int m_markCount;

    PickleStack(final ByteSource source) {
        m_source = source;
    }

    void push(final Object item) {
        if (m_size == m_items.length) {
            if (m_size >= MAX_ITEMS) {
                throw new UnsafePickleException("'%s', byte %d: the pickle piles up more than %d objects."
                    .formatted(m_source.name(), m_source.position(), MAX_ITEMS),
                    "Save it again with pickle.dump(embeddings, file, protocol=4).");
            }
            m_items = Arrays.copyOf(m_items, 2 * m_size);
        }
        m_items[m_size++] = item;
    }

    Object pop() {
        if (m_size <= floor()) {
            throw m_source.malformed("the pickle takes an object that is not there.");
        }
        final var item = m_items[--m_size];
        m_items[m_size] = null;
        return item;
    }

    Object peek() {
        if (m_size <= floor()) {
            throw m_source.malformed("the pickle looks at an object that is not there.");
        }
        return m_items[m_size - 1];
    }

    boolean isEmpty() {
        return m_size == 0;
    }

    private int floor() {
        return m_markCount == 0 ? 0 : m_marks[m_markCount - 1];
    }

    void mark() {
        if (m_markCount == MAX_MARKS) {
            throw new UnsafePickleException("'%s', byte %d: the pickle is nested deeper than %d levels."
                .formatted(m_source.name(), m_source.position(), MAX_MARKS),
                "Save a plain dictionary of name to vector.");
        }
        m_marks[m_markCount++] = m_size;
    }

    /** @return all items since the last mark, which are gone from the stack as is the mark */
    Object[] popToMark() {
        if (m_markCount == 0) {
            throw m_source.malformed("the pickle closes something that was not opened.");
        }
        final int from = m_marks[--m_markCount];
        final var items = Arrays.copyOfRange(m_items, from, m_size);
        Arrays.fill(m_items, from, m_size, null);
        m_size = from;
        return items;
    }
}
