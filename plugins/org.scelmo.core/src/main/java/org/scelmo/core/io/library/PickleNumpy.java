package org.scelmo.core.io.library;

import java.util.function.IntSupplier;

import org.scelmo.core.io.library.PickleEntries.PyDict;

/**
 * Imitates the few calls that pickled NumPy arrays make: {@code _reconstruct} and then a state (protocols up to 4), or
 * {@code _frombuffer} (protocol 5), with a {@code dtype} that gets its byte order as a state.
 */
final class PickleNumpy {

    private static final int STATE_FIELDS = 5;

    /** A dtype whose byte order may still come. */
    private static final class PyDtype {
        private ElementType m_type;
    }

    private final ByteSource m_source;
    private final PickleBudget m_budget;
    private final IntSupplier m_vectorNumber;

    PickleNumpy(final ByteSource source, final PickleBudget budget, final IntSupplier vectorNumber) {
        m_source = source;
        m_budget = budget;
        m_vectorNumber = vectorNumber;
    }

    /**
     * @param isRoot whether the result stands at the bottom of the stack
     * @return what the call makes
     */
    Object call(final Object function, final Object arguments, final boolean isRoot) {
        if (!(function instanceof PyGlobal global) || !(arguments instanceof PyTuple tuple)) {
            throw PyGlobal.refuse("a call of " + PickleEntries.kind(function), m_source);
        }
        final var args = tuple.items();
        return switch (global) {
            case RECONSTRUCT -> reconstruct(args);
            case DTYPE -> dtype(args);
            case FROMBUFFER -> fromBuffer(args);
            case SCALAR -> scalar(args);
            case ENCODE -> encode(args);
            case ORDERED_DICT -> orderedDict(args, isRoot);
            case NDARRAY -> throw PyGlobal.refuse("a direct call of numpy.ndarray", m_source);
        };
    }

    /** Gives an object its state. */
    void build(final Object object, final Object state) {
        if (object instanceof PyVector vector && state instanceof PyTuple tuple
            && tuple.items().length == STATE_FIELDS) {
            final var items = tuple.items(); // version, shape, dtype, Fortran order, data
            vector.set(decode(items[4], items[2], items[1]), m_source);
        } else if (object instanceof PyDtype dtype && state instanceof PyTuple tuple && tuple.items().length > 1
            && tuple.items()[1] instanceof String order) {
            dtype.m_type = type(order + dtype.m_type.code());
        } else {
            throw PyGlobal.refuse("a state for " + PickleEntries.kind(object), m_source);
        }
    }

    private PyVector reconstruct(final Object[] args) {
        if (args.length != 3 || args[0] != PyGlobal.NDARRAY) {
            throw m_source.malformed("an array is made in an unknown way.");
        }
        return new PyVector(m_vectorNumber.getAsInt(), m_budget);
    }

    private PyDtype dtype(final Object[] args) {
        if (args.length == 0 || !(args[0] instanceof String code)) {
            throw m_source.malformed("an array's dtype has no name.");
        }
        m_budget.take(PickleBudget.OBJECT);
        final var dtype = new PyDtype();
        dtype.m_type = type(code);
        return dtype;
    }

    private ElementType type(final String descr) {
        return ElementType.of(descr).orElseThrow(() -> m_source.malformed(
            descr.contains("O") ? "an array holds Python objects (dtype object); numbers are needed."
                : "an array has dtype %s; whole and floating-point numbers are read.".formatted(
                    ByteSource.quote(descr)),
            "Convert before saving: numpy.asarray(vector, dtype=\"float32\")."));
    }

    private PyVector fromBuffer(final Object[] args) {
        if (args.length < 3) {
            throw m_source.malformed("an array is made in an unknown way.");
        }
        final var vector = new PyVector(m_vectorNumber.getAsInt(), m_budget);
        vector.set(decode(args[0], args[1], args[2]), m_source);
        return vector;
    }

    private float[] decode(final Object data, final Object dtype, final Object shape) {
        if (!(dtype instanceof PyDtype of) || !(shape instanceof PyTuple axes)) {
            throw m_source.malformed("an array has no dtype or shape.");
        }
        final int count = length(axes);
        final var bytes = bytes(data);
        final long expected = (long)count * of.m_type.size();
        if (bytes.length != expected) {
            throw m_source.malformed("an array of %d %s numbers needs %d bytes, but has %d."
                .formatted(count, of.m_type.code(), expected, bytes.length));
        }
        return of.m_type.decode(bytes, 0, count);
    }

    /** One axis may be longer than 1: shapes (t,), (1, t) and (t, 1) are all vectors, as the authors flatten them. */
    private int length(final PyTuple axes) {
        long count = 1;
        int longAxes = 0;
        for (final var axis : axes.items()) {
            if (!(axis instanceof Long n) || n < 0 || n > LibraryRequest.MAX_DIMENSIONS) {
                throw m_source.malformed("an array's axis has length %s; 0 to %d are read."
                    .formatted(axis instanceof Long ? axis : "unknown", LibraryRequest.MAX_DIMENSIONS));
            }
            longAxes += n > 1 ? 1 : 0;
            count *= n > 1 && longAxes > 1 ? 1 : n;
        }
        if (axes.items().length == 0 || longAxes > 1) {
            throw m_source.malformed("an array has %s; one vector per name is needed."
                .formatted(axes.items().length == 0 ? "no axis (a single number)" : "several rows"),
                "Save a dictionary of name to vector, or one array with numpy.save and its names beside it.");
        }
        return (int)count;
    }

    private byte[] bytes(final Object data) {
        if (data instanceof PyPayload payload) {
            return payload.take(m_source);
        }
        if (data instanceof String text) { // Python 2
            return PyPayload.latin1(text, m_source);
        }
        throw m_source.malformed("an array's data are %s instead of bytes.".formatted(PickleEntries.kind(data)));
    }

    private Number scalar(final Object[] args) {
        if (args.length != 2 || !(args[0] instanceof PyDtype dtype)) {
            throw m_source.malformed("a NumPy number is made in an unknown way.");
        }
        final var bytes = bytes(args[1]);
        if (bytes.length != dtype.m_type.size()) {
            throw m_source.malformed("a NumPy number of type %s has %d bytes.".formatted(dtype.m_type.code(),
                bytes.length));
        }
        return dtype.m_type.decode(bytes, 0, 1)[0];
    }

    /** Bytes as protocols 0 to 2 write them: text, to be encoded as latin1. */
    private PyPayload encode(final Object[] args) {
        if (args.length != 2 || !"latin1".equals(args[1])) {
            throw PyGlobal.refuse("a call of _codecs.encode other than to latin1", m_source);
        }
        return PyPayload.of(bytes(args[0]), m_budget);
    }

    private PyDict orderedDict(final Object[] args, final boolean isRoot) {
        if (args.length != 0) {
            throw m_source.malformed("an OrderedDict is made in an unknown way.",
                "Save a plain dictionary: dict(embeddings).");
        }
        return new PyDict(isRoot);
    }
}
