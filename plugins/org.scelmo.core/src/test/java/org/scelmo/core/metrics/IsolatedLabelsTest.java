package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.golden.GoldenData;

/** References: scib 1.2.1; the F1 of its ten resolutions needs its clusterings, so F1 is checked by hand. */
class IsolatedLabelsTest {

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void silhouettesAgreeWithScib(final ReferenceMetrics reference) throws IOException {
        final var samples = GoldenData.npyVector(reference.file("silhouette_label_samples.npy"));
        final var isolated = IsolatedLabels.find(reference.labels(), reference.batches(), 0);
        final var expected = reference.scib().get("isolated_labels_asw_isoNone_all");
        final var scores = isolated.silhouettes(samples);
        assertEquals(expected.size(), scores.size());
        scores.forEach((label, score) -> assertEquals(expected.get(label).asDouble(), score, 1e-9, label));
    }

    @Test
    void labelsOfTheFewestBatchesAreIsolated() {
        final var labels = new Groups(new int[]{0, 0, 1, 1, 2, 2}, List.of("a", "b", "c"));
        final var batches = new Groups(new int[]{0, 1, 0, 0, 1, 1}, List.of("x", "y"));
        assertEquals(List.of(1, 2), IsolatedLabels.find(labels, batches, 0).isolated());
        assertEquals(List.of(0, 1, 2), IsolatedLabels.find(labels, batches, 2).isolated());
    }

    @Test
    void theBestClusterOfAnyResolutionCounts() {
        final var labels = new Groups(new int[]{0, 0, 0, 1, 1, 1}, List.of("a", "b"));
        final var isolated = new IsolatedLabels(labels, List.of(0));
        final var rough = new Groups(new int[]{0, 0, 0, 0, 0, 0}, List.of("0"));
        final var fine = new Groups(new int[]{0, 0, 1, 1, 1, 1}, List.of("0", "1"));
        assertEquals(2 * 3 / 9.0, isolated.f1(List.of(rough)).get("a"), 1e-15);
        assertEquals(0.8, isolated.f1(List.of(rough, fine)).get("a"), 1e-15);
        assertTrue(isolated.f1(List.of()).get("a") == 0);
    }
}
