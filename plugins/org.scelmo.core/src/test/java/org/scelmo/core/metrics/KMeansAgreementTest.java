package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scelmo.core.Progress;
import org.scelmo.core.cluster.KMeans;
import org.scelmo.core.metrics.ClusterAgreement.Average;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * References: scikit-learn 1.2.1, KMeans(n_init=1) with ten seeds. As draws differ, the mean over ten seeds of ours is
 * to lie within the spread of theirs.
 */
class KMeansAgreementTest {

    @ParameterizedTest
    @MethodSource("org.scelmo.core.metrics.ReferenceMetrics#all")
    void agreesWithTheLabelsAsOftenAsScikitLearn(final ReferenceMetrics reference) throws IOException {
        final var labels = reference.labels();
        final var points = reference.points();
        double information = 0;
        double rand = 0;
        for (final var seed : LongStream.range(0, 10).toArray()) {
            final var agreement =
                ClusterAgreement.of(labels, new KMeans(labels.count(), seed, 2).find(points, Progress.NONE));
            information += agreement.normalizedMutualInformation(Average.ARITHMETIC) / 10;
            rand += agreement.adjustedRandIndex() / 10;
        }
        final var golden = reference.scibMetrics().get("nmi_ari_kmeans").get("sklearn_KMeans_n_init1_10seeds");
        assertBetween(golden.get("nmi_min"), information, golden.get("nmi_max"));
        assertBetween(golden.get("ari_min"), rand, golden.get("ari_max"));
    }

    private static void assertBetween(final JsonNode least, final double value, final JsonNode most) {
        assertTrue(value >= least.asDouble() && value <= most.asDouble(), value + ": " + least + " to " + most);
    }
}
