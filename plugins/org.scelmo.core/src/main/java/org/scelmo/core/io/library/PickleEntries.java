package org.scelmo.core.io.library;

import java.util.BitSet;

/** Takes the entries of a pickle's dictionary as they come, so that nothing else needs to be held. */
final class PickleEntries {

    private static final int MAX_NAME = 10_000;

    /** A dictionary under construction: its entries are handed on, not held. */
    record PyDict(boolean isRoot) {
    }

    /** Python's None. */
    static final Object NONE = new Object();

    private final ByteSource m_source;
    private final VectorCollector m_into;
    private final BitSet m_keep;
    private final BitSet m_missed = new BitSet();

    /** @param keep numbers of vectors that must not be dropped */
    PickleEntries(final ByteSource source, final VectorCollector into, final BitSet keep) {
        m_source = source;
        m_into = into;
        m_keep = keep;
    }

    /** @return numbers of vectors that were dropped as unwanted and then needed */
    BitSet missed() {
        return m_missed;
    }

    long count() {
        return m_into.entries();
    }

    void put(final PyDict dict, final Object key, final Object value) {
        if (!dict.isRoot()) {
            return; // an inner dictionary is refused where it is used
        }
        final var name = name(key);
        if (m_into.begin(name)) {
            add(name, value);
        } else if (value instanceof PyVector vector && !m_keep.get(vector.number())) {
            vector.drop();
        }
    }

    private String name(final Object key) {
        final var text = key instanceof PyPayload payload ? payload.text() : key;
        if (!(text instanceof String name)) {
            throw m_source.malformed("entry %d has %s as its name; a text is needed.".formatted(m_into.entries() + 1,
                kind(key)), "Save a dictionary of name to vector: {\"TP53\": numpy.array([...]), ...}.");
        }
        if (name.length() > MAX_NAME) {
            throw m_source.malformed("entry %d has a name of %d characters; at most %d are read.".formatted(
                m_into.entries() + 1, name.length(), MAX_NAME), "Check that the right file was chosen.");
        }
        return name;
    }

    private void add(final String name, final Object value) {
        if (value == NONE) {
            m_into.skip(name, "no vector");
        } else if (value instanceof PyVector vector) {
            if (vector.isDropped()) {
                m_missed.set(vector.number());
                m_into.skip(name, "second pass needed");
            } else {
                m_into.add(name, vector.values());
            }
        } else if (value instanceof PyTuple tuple) {
            m_into.add(name, numbers(name, tuple));
        } else {
            throw m_source.malformed("the entry of %s is %s, not a vector.".formatted(ByteSource.quote(name),
                kind(value)), value instanceof String || value instanceof PyPayload
                    ? "These look like descriptions: embed them first, or choose the file of vectors."
                    : "Save a dictionary of name to vector: {\"TP53\": numpy.array([...]), ...}.");
        }
    }

    private float[] numbers(final String name, final PyTuple tuple) {
        final var vector = new float[tuple.items().length];
        for (int d = 0; d < vector.length; d++) {
            if (!(tuple.items()[d] instanceof Number number)) {
                throw m_source.malformed("the tuple of %s holds %s; numbers are needed.".formatted(
                    ByteSource.quote(name), kind(tuple.items()[d])), "Save one vector of numbers per name.");
            }
            vector[d] = number.floatValue();
        }
        return vector;
    }

    /** @return what it is, for messages */
    static String kind(final Object object) {
        if (object instanceof String) {
            return "a text";
        }
        if (object instanceof PyPayload payload) {
            return payload.text() == null ? "bytes" : "a text";
        }
        if (object instanceof Number) {
            return "a number";
        }
        if (object instanceof PyVector) {
            return "an array or list";
        }
        if (object instanceof PyTuple) {
            return "a tuple";
        }
        if (object instanceof PyDict) {
            return "a dictionary";
        }
        return object == NONE ? "None" : "an object";
    }
}
