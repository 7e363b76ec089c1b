package org.scelmo.core.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MappedBlocks;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;

import com.fasterxml.jackson.databind.JsonNode;

/** Against the formulas of scanpy 1.9.8, in all cells and in two batches. Two genes do not vary. */
class StandardizedVariancesTest {

    private static final double TOLERANCE = 1e-11;

    private JsonNode m_reference;
    private RowBlocks m_counts;

    @BeforeEach
    void read() throws IOException {
        m_reference = SkmiscData.read();
        m_counts = SkmiscData.counts(m_reference.get("counts"));
    }

    private static void compare(final JsonNode expected, final StandardizedGenes found) {
        assertArrayEquals(SkmiscData.numbers(expected.get("means")), found.means(), TOLERANCE);
        assertArrayEquals(SkmiscData.numbers(expected.get("variances")), found.variances(), 1e-10);
        assertArrayEquals(SkmiscData.numbers(expected.get("variances_norm")), found.standardized(), TOLERANCE);
        assertArrayEquals(SkmiscData.numbers(expected.get("rank")), found.ranks());
        assertArrayEquals(SkmiscData.numbers(expected.get("nbatches")),
            Arrays.stream(found.batches()).asDoubleStream().toArray());
        final var selected = expected.get("highly_variable");
        assertArrayEquals(
            IntStream.range(0, selected.size()).filter(j -> selected.get(j).asBoolean()).toArray(), found.indices());
    }

    private int[] batch() {
        return Arrays.stream(SkmiscData.numbers(m_reference.get("batch"))).mapToInt(b -> (int)b).toArray();
    }

    @Test
    void findsWhatScanpyFinds() throws IOException {
        final var found = StandardizedVariances.find(m_counts, null, 1, 25, Progress.NONE);
        compare(m_reference.get("all"), found);
        assertTrue(found.wholeNumbers());
        assertEquals(0, found.singular());
    }

    @Test
    void ranksInBatchesAsScanpyDoes() throws IOException {
        compare(m_reference.get("per_batch"), StandardizedVariances.find(m_counts, batch(), 2, 25, Progress.NONE));
    }

    @Test
    void leavesCellsWithoutBatchOut() throws IOException {
        final int[] first = Arrays.stream(batch()).map(b -> b == 0 ? 0 : -1).toArray();
        final int[] cells = IntStream.range(0, first.length).filter(i -> first[i] == 0).toArray();
        final var few = new SelectedBlocks(m_counts, cells, IntStream.range(0, m_counts.columns()).toArray());
        assertArrayEquals(StandardizedVariances.find(few, null, 1, 25, Progress.NONE).standardized(),
            StandardizedVariances.find(m_counts, first, 1, 25, Progress.NONE).standardized());
    }

    @Test
    void takesFractionsAndSaysSo() throws IOException {
        final var halves = new MappedBlocks(m_counts, (row, block, local, out) -> {
            for (int e = block.begin(local); e < block.end(local); e++) {
                out[e] = block.values()[e] / 2;
            }
        });
        final var found = StandardizedVariances.find(halves, null, 1, 25, Progress.NONE);
        assertFalse(found.wholeNumbers());
        // a quarter of the variance at half the mean: the trend moves along
        assertArrayEquals(SkmiscData.numbers(m_reference.get("all").get("variances_norm")), found.standardized(), 1e-9);
    }

    @Test
    void refusesNegativeValuesAndBatchesOfOneCell() {
        final var negative = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1}, {-1}}));
        assertThrows(UnfitExpressionException.class,
            () -> StandardizedVariances.find(negative, null, 1, 1, Progress.NONE));
        final int[] single = new int[90];
        single[5] = 1;
        final var e = assertThrows(UnfitExpressionException.class,
            () -> StandardizedVariances.find(m_counts, single, 2, 25, Progress.NONE));
        assertTrue(e.getMessage().startsWith("A batch has fewer than two cells"), e.getMessage());
    }
}
