package org.scelmo.core.io.library.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.SmallDisk;
import org.scelmo.core.io.file.TargetFileException;
import org.scelmo.core.io.library.EmbeddingLibrary;
import org.scelmo.core.io.library.LibraryRequest;
import org.scelmo.core.matrix.DenseMatrix;

class EmbeddingWriterTest {

    @TempDir
    Path m_folder;

    private static FeatureEmbedding embedding(final List<String> names, final int dimensions) {
        final var random = new Random(7);
        final var rows = new float[names.size()][dimensions];
        for (final var row : rows) {
            for (int i = 0; i < dimensions; i++) {
                row[i] = (float)(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
            }
        }
        return new FeatureEmbedding(names, DenseMatrix.of(rows, dimensions), Provenance.unknown());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(m_folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(VectorFormat.class)
    void everyBitComesBack(final VectorFormat format) throws IOException {
        final var names = new ArrayList<>(List.of("TP53", "HLA-A,B", "say \"hi\"", "größer", "a;b", "c d"));
        IntStream.range(0, 600).forEach(i -> names.add("ENSG" + i));
        final var embedding = embedding(names, 5);
        final var file = m_folder.resolve("vectors." + format.name().toLowerCase(Locale.ROOT));
        EmbeddingWriter.write(embedding, file, ExistingFile.FAIL, format, Progress.NONE);
        final var again = EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE).embedding();
        assertEquals(names, again.names());
        assertArrayEquals(embedding.vectors().copy(0, 606), again.vectors().copy(0, 606));
    }

    @Test
    void namesOfAnArrayLieBesideIt() throws IOException {
        EmbeddingWriter.write(embedding(List.of("a", "b"), 2), m_folder.resolve("v.npy"), ExistingFile.FAIL,
            VectorFormat.NPY, Progress.NONE);
        assertEquals(List.of("v.npy", "v_names.txt"), files());
        assertEquals("a\nb\n", Files.readString(m_folder.resolve("v_names.txt")));
        assertThrows(TargetFileException.class, () -> EmbeddingWriter.write(embedding(List.of("c"), 2),
            m_folder.resolve("v.npy"), ExistingFile.FAIL, VectorFormat.NPY, Progress.NONE));
        assertEquals("a\nb\n", Files.readString(m_folder.resolve("v_names.txt")));
    }

    @ParameterizedTest
    @EnumSource(VectorFormat.class)
    void cancelingLeavesNothing(final VectorFormat format) throws IOException {
        final Progress canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // nobody listens
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        assertThrows(CanceledException.class, () -> EmbeddingWriter.write(embedding(List.of("a"), 2),
            m_folder.resolve("v.npy"), ExistingFile.FAIL, format, canceled));
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @EnumSource(VectorFormat.class)
    void aFullDiskIsToldAndLeavesNothing(final VectorFormat format) throws IOException {
        final var names = IntStream.range(0, 500).mapToObj(i -> "gene " + i).toList();
        final var embedding = embedding(names, 20);
        assertTrue(SmallDisk.tryUntilItFits(List.of("v.npy"), folder -> EmbeddingWriter.write(embedding,
            folder.resolve("v.npy"), ExistingFile.OVERWRITE, format, Progress.NONE)) > 5);
    }

    @Test
    void whatIsNoNumberIsWrittenAsPandasDoes() throws IOException {
        final var odd = new FeatureEmbedding(List.of("odd"), DenseMatrix.of(
            new float[][]{{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f}}, 4), Provenance.unknown());
        EmbeddingWriter.write(odd, m_folder.resolve("v.csv"), ExistingFile.FAIL, VectorFormat.CSV, Progress.NONE);
        assertEquals("name,v1,v2,v3,v4\nodd,nan,inf,-inf,-0.0\n", Files.readString(m_folder.resolve("v.csv")));
    }

    @Test
    void aNameWithALineEndIsRefused() throws IOException {
        final var refused = assertThrows(EmbeddingWriteException.class,
            () -> EmbeddingWriter.write(embedding(List.of("a\nb"), 1), m_folder.resolve("v.csv"), ExistingFile.FAIL,
                VectorFormat.CSV, Progress.NONE));
        assertTrue(refused.getMessage().contains("a␤b"), refused.getMessage());
        assertEquals(List.of(), files());
    }
}
