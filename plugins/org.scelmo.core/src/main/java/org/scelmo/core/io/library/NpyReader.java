package org.scelmo.core.io.library;

import java.io.IOException;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.io.npy.NpyHeader;

/** NumPy arrays of names × dimensions with their names, row by row in C order, column by column in Fortran order. */
final class NpyReader {

    private static final int CHECK_EVERY = 1024;

    private NpyReader() {
    }

    static void read(final LibraryFile file, final LibraryRequest request, final VectorCollector into,
        final Progress progress) throws IOException {
        final var namesFile = NamesFile.find(file.path(), request.namesFile());
        final var names = NamesFile.read(namesFile);
        try (var source = file.open()) {
            read(source, names, namesFile.getFileName().toString(), into, progress);
        }
    }

    static void read(final ByteSource source, final List<String> names, final String namesFrom,
        final VectorCollector into, final Progress progress) throws IOException {
        final var header = NpyHeader.read(source.asStream());
        final var type = ElementType.of(header.descr()).orElseThrow(() -> notRead(source, header.descr()));
        if (header.shape().length != 2) {
            throw source.malformed("the array has %d axes instead of two (names × dimensions)."
                .formatted(header.shape().length), "Save a two-dimensional array, one row per name.");
        }
        header.elements(); // refuses shapes that no file can hold
        final long rows = header.shape()[0];
        final long columns = header.shape()[1];
        if (names.size() != rows) {
            throw source.malformed("the array has %d rows, but '%s' has %d names.".formatted(rows, namesFrom,
                names.size()), "Choose the names that belong to this array, one per row.");
        }
        if (rows > 0) {
            into.checkLength(names.get(0), columns);
            if (header.fortranOrder()) {
                readColumns(source, type, names, (int)columns, into, progress);
            } else {
                readRows(source, type, names, (int)columns, into, progress);
            }
        }
        if (source.read() >= 0) {
            throw source.malformed("there is more behind the array than its header says.",
                "The file is damaged: save it again.");
        }
    }

    private static MalformedEmbeddingException notRead(final ByteSource source, final String descr) {
        final var why = switch (descr.replaceAll("[<>|=\\d]", "")) {
            case "O" -> "objects (pickle inside the array), which are not read";
            case "U", "S" -> "texts instead of numbers";
            default -> "elements of type '%s', which are not read".formatted(descr);
        };
        return source.malformed("the array holds " + why + ".",
            "Save it as float32: numpy.save(\"out.npy\", array.astype(\"float32\")).");
    }

    private static void readRows(final ByteSource source, final ElementType type, final List<String> names,
        final int columns, final VectorCollector into, final Progress progress) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            step(source, i, names.size(), progress);
            final var bytes = source.readBytes((long)columns * type.size(), "Row %d".formatted(i));
            if (into.begin(names.get(i))) {
                into.add(names.get(i), type.decode(bytes, 0, columns));
            }
        }
    }

    /** Wanted rows fill up column by column, so all of them are allocated first. */
    private static void readColumns(final ByteSource source, final ElementType type, final List<String> names,
        final int columns, final VectorCollector into, final Progress progress) throws IOException {
        final var rows = new float[names.size()][];
        long kept = 0;
        for (int i = 0; i < rows.length; i++) {
            if (into.begin(names.get(i))) {
                into.checkMemory(++kept, columns);
                rows[i] = new float[columns];
            }
        }
        for (int d = 0; d < columns; d++) {
            step(source, d, columns, progress);
            final var bytes = source.readBytes((long)rows.length * type.size(), "Column %d".formatted(d));
            final var column = type.decode(bytes, 0, rows.length);
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != null) {
                    rows[i][d] = column[i];
                }
            }
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != null) {
                into.add(names.get(i), rows[i]);
            }
        }
    }

    private static void step(final ByteSource source, final int done, final int of, final Progress progress) {
        if (done % CHECK_EVERY == 0) {
            progress.checkCanceled();
            progress.update((double)done / of, () -> "reading " + source.name());
        }
    }
}
