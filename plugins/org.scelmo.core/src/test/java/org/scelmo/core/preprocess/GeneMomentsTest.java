package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;

class GeneMomentsTest {

    private static RowBlocks blocks(final float[]... x) {
        return RowBlocks.of(CsrMatrix.fromDense(x));
    }

    @Test
    void countsZerosAndSeparatesBatches() throws IOException {
        final var x = blocks(new float[]{1, 0}, new float[]{3, 0}, new float[]{0, 5}, new float[]{9, 9});
        final var all = GeneMoments.of(x, null, 1, Progress.NONE)[0];
        assertArrayEquals(new double[]{3.25, 3.5}, all.mean(), 1e-15);
        assertArrayEquals(new double[]{16.25, 19}, all.variance(), 1e-12);
        final var batches = GeneMoments.of(x, new int[]{0, 0, 1, -1}, 2, Progress.NONE);
        assertArrayEquals(new double[]{2, 0}, batches[0].mean());
        assertArrayEquals(new double[]{2, 0}, batches[0].variance());
        assertArrayEquals(new int[]{2, 0}, batches[0].expressing());
        assertEquals(1, batches[1].cells());
    }

    @Test
    void refusesNaN() {
        assertThrows(NonFiniteValueException.class,
            () -> GeneMoments.of(blocks(new float[]{Float.NaN}), null, 1, Progress.NONE));
    }

    @Test
    void doNotDependOnTheNumberOfThreads() throws IOException {
        final var x = RowBlocks.of(RandomMatrices.sparse(3000, 90, 0.2, 4));
        final var batch = IntStream.range(0, 3000).map(i -> i % 3 - 1).toArray();
        final var one = GeneMoments.of(x, GeneMomentsTest::doubled, batch, 2, 1, Progress.NONE);
        for (final int threads : new int[]{2, 3, 200}) {
            final var many = GeneMoments.of(x, GeneMomentsTest::doubled, batch, 2, threads, Progress.NONE);
            for (int b = 0; b < 2; b++) {
                assertEquals(1000, many[b].cells());
                assertArrayEquals(one[b].mean(), many[b].mean());
                assertArrayEquals(one[b].variance(), many[b].variance());
                assertArrayEquals(one[b].expressing(), many[b].expressing());
            }
        }
    }

    private static void doubled(final long row, final CsrMatrix block, final int local, final float[] out) {
        for (int e = block.begin(local); e < block.end(local); e++) {
            out[e] = 2 * block.values()[e];
        }
    }

    @Test
    void joinBatchesToAllCells() throws IOException {
        final var x = RowBlocks.of(RandomMatrices.sparse(500, 30, 0.4, 6));
        final var batch = IntStream.range(0, 500).map(i -> i % 7 == 0 ? 1 : 0).toArray();
        final var all = GeneMoments.of(x, null, 1, Progress.NONE)[0];
        final var joined = GeneMoments.Moments.merged(GeneMoments.of(x, batch, 2, Progress.NONE));
        assertEquals(500, joined.cells());
        assertArrayEquals(all.mean(), joined.mean(), 1e-12);
        assertArrayEquals(all.variance(), joined.variance(), 1e-12);
        assertArrayEquals(all.expressing(), joined.expressing());
    }

    /** scanpy 1.9.8 in float64 of its float32 values; the table has twelve digits, entries agree within float32. */
    @ParameterizedTest
    @ValueSource(strings = {"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void agreeWithScanpy(final String name) throws IOException {
        final var reference = ScanpyData.of(name);
        final var expected = reference.table("gene_mean_var_lognorm.csv.gz");
        final var moments = GeneMoments.of(reference.logNormalized(reference.x()), null, 1, Progress.NONE)[0];
        final var genes = reference.data().var().index();
        assertEquals(expected.size(), genes.length);
        for (int j = 0; j < genes.length; j++) {
            final double mean = Double.parseDouble(expected.get(genes[j]).get("mean_lognorm"));
            final double variance = Double.parseDouble(expected.get(genes[j]).get("var_lognorm_ddof1"));
            assertEquals(mean, moments.mean()[j], 2e-6 * mean, genes[j]);
            assertEquals(variance, moments.variance()[j], 5e-6 * variance, genes[j]);
        }
    }
}
