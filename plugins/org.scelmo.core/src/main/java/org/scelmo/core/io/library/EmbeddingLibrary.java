package org.scelmo.core.io.library;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.scelmo.core.Progress;

/**
 * Reads libraries of named vectors (gene, protein or label embeddings) from any of {@link LibraryFormat}'s formats,
 * told by content; each may be compressed by gzip or lie in a zip archive. Vectors become float32 while they stream by,
 * and only wanted ones are checked and kept: memory is 4 bytes per kept number, whatever the size of the file.
 */
public final class EmbeddingLibrary {

    private EmbeddingLibrary() {
    }

    /**
     * @param file the library
     * @param request what to keep of it, and limits
     * @param progress told where in the file reading is; asked at least every few thousand entries
     * @return the vectors in the order of the file (a name that comes twice keeps its first place and last vector), and
     *         what was found
     * @throws IOException if the file cannot be read
     * @throws MalformedEmbeddingException if it is damaged or of another kind, its vectors differ in length, one has
     *             NaN or infinite numbers, none is left, or they would not fit in memory
     * @throws UnsafePickleException if it is a pickle that asks for anything but arrays, lists and names
     */
    public static LibraryContent read(final Path file, final LibraryRequest request, final Progress progress)
        throws IOException {
        final var library = LibraryFile.of(file, request);
        try {
            final var format = library.format();
            final var collector = new VectorCollector(request, library.name());
            switch (format) {
                case TABLE -> TableReader.read(library, collector, progress);
                case JSON -> JsonReader.read(library, collector, progress);
                case NPY -> NpyReader.read(library, request, collector, progress);
                case NPZ -> NpzReader.read(library, collector, progress);
                case PICKLE -> PickleReader.read(library, collector, request, progress);
            }
            return collector.finish(format);
        } catch (EOFException | ZipException | CharacterCodingException e) {
            final var why = e instanceof CharacterCodingException ? "its text is not UTF-8" : "damaged or cut off";
            throw new MalformedEmbeddingException(e, "'%s' cannot be read: %s.".formatted(library.name(), why),
                e instanceof CharacterCodingException ? "Save it again as UTF-8." : "Copy or download it again.");
        }
    }
}
