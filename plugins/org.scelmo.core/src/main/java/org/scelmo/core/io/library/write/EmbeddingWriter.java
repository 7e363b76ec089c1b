package org.scelmo.core.io.library.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;
import org.scelmo.core.io.npy.NpyHeader;

/**
 * Writes named vectors to a file, block by block. Text is UTF-8 with line feeds and decimal points, numbers in the
 * shortest form that gives the same float32 again.
 */
public final class EmbeddingWriter {

    private static final int BLOCK = 256;
    private static final String NAMES = "_names.txt";

    private final FeatureEmbedding m_embedding;
    private final Progress m_progress;

    private EmbeddingWriter(final FeatureEmbedding embedding, final Progress progress) {
        m_embedding = embedding;
        m_progress = progress;
    }

    /** What takes rows of vectors. */
    private interface Rows {
        void put(int row, float[] vector) throws IOException;
    }

    /**
     * @param embedding what to write
     * @param file where to; it appears there only when it is complete. For NPY the names go to {@link #namesFile}.
     * @param existing what to do if a file exists
     * @param format how to write
     * @param progress told about every block, and asked whether to go on
     * @throws IOException if the vectors cannot be read or a file cannot be written
     * @throws org.scelmo.core.io.file.TargetFileException if there is no place for a file
     * @throws EmbeddingWriteException if a name has a line end
     * @throws org.scelmo.core.CanceledException if the user canceled; no file is left then, as after any failure
     */
    public static void write(final FeatureEmbedding embedding, final Path file, final ExistingFile existing,
        final VectorFormat format, final Progress progress) throws IOException {
        checkNames(embedding.names());
        final var writer = new EmbeddingWriter(embedding, progress);
        if (format == VectorFormat.NPY) {
            TargetFile.check(namesFile(file), existing);
            TargetFile.write(file, existing, temporary -> {
                writer.writeArray(temporary);
                TargetFile.write(namesFile(file), existing, writer::writeNames);
            });
        } else {
            TargetFile.write(file, existing, temporary -> writer.writeText(temporary, format.separator()));
        }
        progress.update(1, () -> "Written");
    }

    /** @return where the names of an array go: {@code vectors_names.txt} beside {@code vectors.npy} */
    public static Path namesFile(final Path array) {
        return array.resolveSibling(array.getFileName().toString().replaceFirst("(?i)\\.npy$", "") + NAMES);
    }

    private static void checkNames(final List<String> names) {
        for (final var name : names) {
            if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
                throw new EmbeddingWriteException("The name '%s' has a line end, which a file of one name per line "
                    .formatted(name.replaceAll("[\r\n]", "␤")) + "cannot hold.", "Rename or remove it.");
            }
        }
    }

    private void writeText(final Path file, final char separator) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("name");
            for (int i = 1; i <= m_embedding.dimensions(); i++) {
                out.write(separator + "v" + i);
            }
            out.write('\n');
            rows((row, vector) -> {
                writeName(m_embedding.names().get(row), separator, out);
                for (final var value : vector) {
                    out.write(separator);
                    out.write(text(value));
                }
                out.write('\n');
            });
        }
    }

    /** Quoted only if needed, so that plain names stay plain. */
    private static void writeName(final String name, final char separator, final Writer out) throws IOException {
        final boolean quotes = name.indexOf(separator) >= 0 || name.indexOf('"') >= 0 || !name.strip().equals(name);
        out.write(quotes ? '"' + name.replace("\"", "\"\"") + '"' : name);
    }

    /** As NumPy and pandas write what is no number. */
    private static String text(final float value) {
        if (Float.isNaN(value)) {
            return "nan";
        } else if (Float.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Float.toString(value);
    }

    private void writeNames(final Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (final var name : m_embedding.names()) {
                out.write(name);
                out.write('\n');
            }
        }
    }

    private void writeArray(final Path file) throws IOException {
        final var row = ByteBuffer.allocate(m_embedding.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(NpyHeader.of(NpyHeader.FLOAT32, m_embedding.size(), m_embedding.dimensions()).toBytes());
            rows((i, vector) -> {
                row.asFloatBuffer().put(vector);
                out.write(row.array());
            });
        }
    }

    private void rows(final Rows rows) throws IOException {
        final int size = m_embedding.size();
        for (int from = 0; from < size; from += BLOCK) {
            m_progress.checkCanceled();
            final var block = m_embedding.vectors().copy(from, Math.min(BLOCK, size - from));
            for (int i = 0; i < block.length; i++) {
                rows.put(from + i, block[i]);
            }
            final int done = from + block.length;
            m_progress.update(done / (double)size,
                () -> String.format(Locale.ROOT, "Writing vector %,d of %,d", done, size));
        }
    }
}
