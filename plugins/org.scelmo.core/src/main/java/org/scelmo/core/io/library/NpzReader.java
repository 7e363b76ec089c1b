package org.scelmo.core.io.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scelmo.core.Progress;
import org.scelmo.core.io.npy.NpyHeader;

/** NumPy archives with one array of texts (the names) and one of numbers (the vectors), whatever they are called. */
final class NpzReader {

    private static final int MAX_NAME = 4096;

    private NpzReader() {
    }

    static void read(final LibraryFile file, final VectorCollector into, final Progress progress) throws IOException {
        String names = null;
        String vectors = null;
        for (final var entry : ZipEntries.list(file.path(), file.name())) {
            try (var source = open(file, entry)) {
                final var header = NpyHeader.read(source.asStream());
                final boolean text = header.descr().matches("[<>|=]?[US]\\d+");
                if (text && header.shape().length == 1) {
                    names = only(file, "arrays of names", names, entry);
                } else if (header.shape().length == 2) {
                    vectors = only(file, "two-dimensional arrays", vectors, entry);
                }
            }
        }
        if (names == null || vectors == null) {
            throw new MalformedEmbeddingException("'%s' has no array of %s.".formatted(file.name(),
                names == null ? "names (texts)" : "vectors (two-dimensional)"),
                "Save both: numpy.savez(\"out.npz\", names=numpy.array(names, dtype=str), vectors=vectors).");
        }
        final List<String> read;
        try (var source = open(file, names)) {
            read = readNames(source);
        }
        try (var source = open(file, vectors)) {
            NpyReader.read(source, read, names, into, progress);
        }
    }

    private static ByteSource open(final LibraryFile file, final String entry) throws IOException {
        final var name = file.name() + "/" + entry;
        return new ByteSource(ZipEntries.open(file.path(), entry, name), name, -1);
    }

    private static String only(final LibraryFile file, final String what, final String found, final String entry) {
        if (found != null) {
            throw new MalformedEmbeddingException("'%s' has several %s: %s and %s.".formatted(file.name(), what, found,
                entry), "Save one array of names and one of vectors.");
        }
        return entry;
    }

    private static List<String> readNames(final ByteSource source) throws IOException {
        final var header = NpyHeader.read(source.asStream());
        final var descr = header.descr().replaceFirst("^[<>|=]", "");
        final boolean unicode = descr.charAt(0) == 'U';
        final int length = Optional.of(descr.substring(1)).filter(d -> d.length() <= 4).map(Integer::parseInt)
            .filter(n -> n > 0 && n <= MAX_NAME)
            .orElseThrow(() -> source.malformed("names are empty or longer than %d characters.".formatted(MAX_NAME)));
        final var order = header.descr().charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        final var names = new ArrayList<String>();
        for (long i = 0; i < header.elements(); i++) {
            final var bytes = source.readBytes(unicode ? 4L * length : length, "A name");
            NamesFile.add(names, unicode ? utf32(bytes, order, source)
                : new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0+$", ""), source.name());
        }
        return names;
    }

    private static String utf32(final byte[] bytes, final ByteOrder order, final ByteSource source) {
        final var codes = ByteBuffer.wrap(bytes).order(order).asIntBuffer();
        final var name = new StringBuilder();
        while (codes.hasRemaining()) {
            final int code = codes.get();
            if (code == 0) {
                break;
            }
            if (!Character.isValidCodePoint(code)) {
                throw source.malformed("a name holds %d, which is no Unicode character.".formatted(code));
            }
            name.appendCodePoint(code);
        }
        return name.toString();
    }
}
