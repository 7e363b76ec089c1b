package org.scelmo.core.io.library;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a library of embeddings is stored. Told by content, so that a wrong file extension does no harm. */
public enum LibraryFormat {

        /** Name and numbers per line, separated by tab, comma, semicolon or blanks. */
        TABLE("text table"),
        /** Object of name to list of numbers. */
        JSON("JSON"),
        /** Two-dimensional NumPy array; names in a text file. */
        NPY("NumPy array"),
        /** Archive of NumPy arrays, one of them the names. */
        NPZ("NumPy archive"),
        /** Python dictionary of name to NumPy array or list. */
        PICKLE("Python pickle");

    private static final int PICKLE_PROTO = 0x80;
    private static final int MAX_PROTOCOL = 5;
    private static final Pattern CLASS_FIRST = Pattern.compile("c[A-Za-z_][\\w.]*\n[A-Za-z_][\\w.]*\n[^\\n]");

    private final String m_label;

    LibraryFormat(final String label) {
        m_label = label;
    }

    /** @return a short name for users */
    public String label() {
        return m_label;
    }

    /**
     * @param start the first bytes, decompressed
     * @param name of the file, for messages
     * @throws MalformedEmbeddingException if this cannot be a library, saying what it is as far as it can be told
     */
    static LibraryFormat of(final byte[] start, final String name) {
        if (start.length == 0) {
            throw new MalformedEmbeddingException("'%s' is empty.".formatted(name), "Copy or download it again.");
        }
        if (startsWith(start, "\u0093NUMPY")) {
            return NPY;
        }
        if (isPickle(start)) {
            return PICKLE;
        }
        refuseKnown(start, name);
        final int first = firstVisible(start);
        if (first == '{') {
            return JSON;
        }
        if (first == '[') {
            throw new MalformedEmbeddingException("'%s' is a JSON list; names are missing.".formatted(name),
                "Save an object of name to list: {\"TP53\": [0.1, 0.2], ...}.");
        }
        for (final var b : start) {
            if (b == 0) {
                throw new MalformedEmbeddingException("'%s' is neither text nor a known binary format.".formatted(name),
                    "Save the embeddings as CSV, NumPy array with names, JSON or pickle of a dictionary.");
            }
        }
        return TABLE;
    }

    private static boolean isPickle(final byte[] start) {
        if (start.length > 1 && (start[0] & 0xFF) == PICKLE_PROTO) {
            return start[1] >= 2 && start[1] <= MAX_PROTOCOL;
        }
        // protocols 0 and 1 have no signature: they begin with a dictionary, or with the name of a class
        return startsWith(start, "(dp") || startsWith(start, "(d.") || startsWith(start, "}q")
            || startsWith(start, "}.") || CLASS_FIRST.matcher(new String(start, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    private static void refuseKnown(final byte[] start, final String name) {
        if (startsWith(start, "PAR1")) {
            throw new MalformedEmbeddingException("'%s' is a Parquet file, which is not read here.".formatted(name),
                "Save it as CSV: pandas.read_parquet(\"in\").to_csv(\"out.csv\").");
        }
        if (startsWith(start, "\u0089HDF")) {
            throw new MalformedEmbeddingException("'%s' is an HDF5 file, not a library of embeddings.".formatted(name),
                "Read an .h5ad file with AnnData Reader.");
        }
        if (startsWith(start, "\u00FF\u00FE") || startsWith(start, "\u00FE\u00FF")) {
            throw new MalformedEmbeddingException("'%s' is text in UTF-16; UTF-8 is needed.".formatted(name),
                "Save it again as UTF-8.");
        }
        if (startsWith(start, "\u0080")) {
            throw new MalformedEmbeddingException(
                "'%s' starts like a pickle, but protocols 2 to 5 are known only.".formatted(name),
                "Save it again with pickle.dump(embeddings, file, protocol=4).");
        }
    }

    private static int firstVisible(final byte[] start) {
        final int from = startsWith(start, "\u00EF\u00BB\u00BF") ? 3 : 0;
        for (int i = from; i < start.length; i++) {
            if (start[i] > ' ') {
                return start[i];
            }
        }
        return ' ';
    }

    private static boolean startsWith(final byte[] start, final String latin1) {
        final var bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (start[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
