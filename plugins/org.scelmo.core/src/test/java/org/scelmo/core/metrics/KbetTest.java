package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.neighbors.Neighbors;

/** References: scib-metrics 0.6.0 with 50 neighbors, the cell itself among them. */
class KbetTest {

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScibMetrics(final ReferenceMetrics reference) throws IOException {
        final var values = Kbet.pValues(Kbet.withSelf(reference.neighbors(49)), reference.batches());
        assertArrayEquals(GoldenData.npyVector(reference.file("scibmetrics_kbet_pvalues.npy")), values, 1e-10);
        final var golden = reference.scibMetrics().get("kbet_k50");
        assertEquals(golden.get("acceptance_rate").asDouble(), Kbet.acceptance(values, 0.05), 1e-12);
        assertEquals(golden.get("mean_p").asDouble(), Arrays.stream(values).average().orElseThrow(), 1e-10);
    }

    @Test
    void evenNeighborhoodsAreAccepted() {
        final var batches = new Groups(new int[]{0, 1, 0, 1}, List.of("a", "b"));
        final var mixed = new Neighbors(new int[][]{{1}, {2}, {3}, {0}}, new double[4][1]);
        assertArrayEquals(new double[]{1, 1, 1, 1}, Kbet.pValues(Kbet.withSelf(mixed), batches), 1e-15);
        assertEquals(1, Kbet.acceptance(new double[]{0.05, 0.9}, 0.05));
    }

    @Test
    void oneBatchIsRefused() {
        final var one = new Groups(new int[2], List.of("a"));
        final var neighbors = new Neighbors(new int[][]{{1}, {0}}, new double[2][1]);
        assertThrows(IllegalArgumentException.class, () -> Kbet.pValues(neighbors, one));
    }
}
