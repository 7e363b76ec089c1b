package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.metrics.ClusterAgreement.Average;

/** References are scikit-learn's, through scib 1.2.1. */
class ClusterAgreementTest {

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithScib(final ReferenceMetrics reference) throws IOException {
        final var agreement = ClusterAgreement.of(reference.labels(), reference.clusters());
        final var nmi = reference.scib().get("nmi");
        assertEquals(nmi.get("arithmetic").asDouble(), agreement.normalizedMutualInformation(Average.ARITHMETIC), 1e-12);
        assertEquals(nmi.get("geometric").asDouble(), agreement.normalizedMutualInformation(Average.GEOMETRIC), 1e-12);
        assertEquals(nmi.get("max").asDouble(), agreement.normalizedMutualInformation(Average.MAXIMUM), 1e-12);
        assertEquals(nmi.get("min").asDouble(), agreement.normalizedMutualInformation(Average.MINIMUM), 1e-12);
        assertEquals(reference.scib().get("ari").asDouble(), agreement.adjustedRandIndex(), 1e-12);
        final var batches = ClusterAgreement.of(reference.labels(), reference.batches());
        final var fixed = reference.scib().get("nmi_ari_fixed_clusterings").get("batch_vs_label");
        assertEquals(fixed.get("nmi").asDouble(), batches.normalizedMutualInformation(Average.ARITHMETIC), 1e-12);
        assertEquals(fixed.get("ari").asDouble(), batches.adjustedRandIndex(), 1e-12);
    }

    @Test
    void equalPartitionsAgreeWholly() {
        final var a = groups(0, 0, 1, 2, 2);
        final var agreement = ClusterAgreement.of(a, groups(2, 2, 0, 1, 1));
        assertEquals(1, agreement.normalizedMutualInformation(Average.ARITHMETIC), 1e-15);
        assertEquals(1, agreement.adjustedRandIndex());
        final var single = ClusterAgreement.of(groups(0, 0, 0), groups(0, 0, 0));
        assertEquals(1, single.normalizedMutualInformation(Average.ARITHMETIC));
        assertEquals(1, single.adjustedRandIndex());
    }

    @Test
    void oneClusterTellsNothing() {
        final var agreement = ClusterAgreement.of(groups(0, 0, 1, 1), groups(0, 0, 0, 0));
        assertEquals(0, agreement.normalizedMutualInformation(Average.MINIMUM));
        assertEquals(0, agreement.adjustedRandIndex());
    }

    @Test
    void cellsWithoutLabelAreLeftOut() {
        final var agreement = ClusterAgreement.of(groups(0, 0, 1, 1, -1), groups(0, 0, 1, 1, 0));
        assertEquals(1, agreement.adjustedRandIndex());
    }

    @Test
    void otherCellsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClusterAgreement.of(groups(0, 1), groups(0, 1, 1)));
    }

    private static Groups groups(final int... of) {
        return new Groups(of, List.of("a", "b", "c"));
    }
}
