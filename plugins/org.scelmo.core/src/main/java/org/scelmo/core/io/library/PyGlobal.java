package org.scelmo.core.io.library;

import java.util.Map;

/** The only classes and functions that a pickle may name; each is imitated, none is looked up or called. */
enum PyGlobal {

        RECONSTRUCT, NDARRAY, DTYPE, FROMBUFFER, SCALAR, ENCODE, ORDERED_DICT;

    private static final Map<String, PyGlobal> ALLOWED = Map.ofEntries(
        Map.entry("numpy.core.multiarray._reconstruct", RECONSTRUCT),
        Map.entry("numpy._core.multiarray._reconstruct", RECONSTRUCT),
        Map.entry("numpy.ndarray", NDARRAY),
        Map.entry("numpy.dtype", DTYPE),
        Map.entry("numpy.core.numeric._frombuffer", FROMBUFFER),
        Map.entry("numpy._core.numeric._frombuffer", FROMBUFFER),
        Map.entry("numpy.core.multiarray.scalar", SCALAR),
        Map.entry("numpy._core.multiarray.scalar", SCALAR),
        Map.entry("_codecs.encode", ENCODE),
        Map.entry("collections.OrderedDict", ORDERED_DICT));

    /** @throws UnsafePickleException naming it, if it is not allowed */
    static PyGlobal find(final String module, final String name, final ByteSource source) {
        final var full = module + "." + name;
        final var global = ALLOWED.get(full);
        if (global == null) {
            throw refuse(full, source);
        }
        return global;
    }

    static UnsafePickleException refuse(final String what, final ByteSource source) {
        final var shown = ByteSource.quote(what);
        return new UnsafePickleException(
            "'%s', byte %d: the pickle contains %s. A pickle can run any program, so only names, lists and NumPy arrays "
                .formatted(source.name(), source.position(), shown.substring(1, shown.length() - 1))
                + "are read from it; nothing was run.",
            fix(what), "Do not open this file in Python unless you trust its author.");
    }

    private static String fix(final String what) {
        if (what.startsWith("pandas.")) {
            return "Save the data frame as a table instead: frame.to_csv(\"embeddings.csv\").";
        }
        if (what.startsWith("torch.")) {
            return "Save arrays instead of tensors: {name: t.numpy() for name, t in embeddings.items()}.";
        }
        return "If you made this file, save plain arrays: {name: numpy.asarray(v) for name, v in embeddings.items()}.";
    }
}
