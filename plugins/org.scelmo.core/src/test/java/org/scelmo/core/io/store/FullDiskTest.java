package org.scelmo.core.io.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.file.SmallDisk;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Whatever is stored when the disk gets full: that is told, and the part's folder is gone. */
class FullDiskTest {

    private static final int ROWS = 500;

    private static float[][] numbers() {
        final var random = new Random(1);
        final var rows = new float[ROWS][20];
        for (final var row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextFloat();
            }
        }
        return rows;
    }

    private static String[] names() {
        return IntStream.range(0, ROWS).mapToObj(i -> "name " + i).toArray(String[]::new);
    }

    private static void assertToldAndRemoved(final SmallDisk.Writing writing) throws IOException {
        final int full = SmallDisk.tryUntilItFits(List.of("other part"), writing);
        assertTrue(full > 3, full + " disks were full");
    }

    @Test
    void aMatrix() throws IOException {
        final var matrix = RowBlocks.of(CsrMatrix.fromDense(numbers()));
        assertToldAndRemoved(folder -> StoreWriter.matrix(folder.resolve("X"), "X", matrix, Progress.NONE));
    }

    @Test
    void aDenseMatrix() throws IOException {
        final var matrix = DenseMatrix.of(numbers(), 20);
        assertToldAndRemoved(folder -> StoreWriter.dense(folder.resolve("d"), "obsm/d", matrix, Progress.NONE));
    }

    @Test
    void rowsThatAreAppended() throws IOException {
        final var rows = numbers();
        assertToldAndRemoved(folder -> {
            try (var out = StoreWriter.dense(folder.resolve("d"), "obsm/d", 20)) {
                for (int i = 0; i < 300; i++) {
                    out.append(rows, ROWS);
                }
                out.finish();
            }
        });
    }

    @Test
    void aFrame() throws IOException {
        final var frame = new Frame(names(), Map.of("text", new StringColumn(names()),
            "type", new CategoricalColumn(new int[ROWS], List.of("B"), false)));
        assertToldAndRemoved(folder -> StoreWriter.frame(folder.resolve("obs"), "obs", frame));
    }

    @Test
    void unstructuredAnnotations() throws IOException {
        assertToldAndRemoved(folder -> StoreWriter.uns(folder.resolve("uns"), "uns",
            Map.of("names", Arrays.asList(names()), "again", Arrays.asList(names()))));
    }

    @Test
    void geneVectors() throws IOException {
        final var vectors = new FeatureEmbedding(Arrays.asList(names()), DenseMatrix.of(numbers(), 20),
            Provenance.unknown());
        assertToldAndRemoved(folder -> StoreWriter.embedding(folder.resolve("e"), "embedding", vectors,
            Progress.NONE));
    }

    @Test
    void geneVectorsThatAreAppended() throws IOException {
        final var rows = numbers();
        assertToldAndRemoved(folder -> {
            try (var out = new EmbeddingPartWriter(folder.resolve("e"), "embedding")) {
                for (int i = 0; i < 100 * ROWS; i++) {
                    out.append("gene " + i, rows[i % ROWS]);
                }
                out.finish(Provenance.unknown());
            }
        });
    }
}
