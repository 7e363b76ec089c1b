package org.scelmo.core.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.core.Progress;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;

/** References: leidenalg 0.9.1 run to convergence and igraph's multilevel Louvain, ten seeds each, on scanpy's graphs. */
class CommunitiesTest {

    private static final String[] RESOLUTIONS = {"0.2", "0.6", "1.0", "1.4", "2.0"};
    /** How far below the worst reference seed the quality may be. */
    private static final double SLACK = 2e-3;

    private static CsrMatrix graph(final String dataSet) throws IOException {
        final var rows = GoldenData.csv(dataSet + "/connectivities_upper.csv.gz");
        final int cells = rows.stream().mapToInt(r -> Integer.parseInt(r[1])).max().orElseThrow() + 1;
        final var dense = new float[cells][cells];
        for (final var row : rows) {
            final int i = Integer.parseInt(row[0]);
            final int j = Integer.parseInt(row[1]);
            dense[i][j] = Float.parseFloat(row[2]);
            dense[j][i] = dense[i][j];
        }
        return CsrMatrix.fromDense(dense);
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx", "cellmix_5batch", "pbmc_symphony_3batch"})
    void leidenIsAsGoodAsTheReferenceSeeds(final String dataSet) throws IOException {
        final var graph = graph(dataSet);
        final var golden = GoldenData.json(dataSet + "/preprocess.json").get("leiden");
        final double total = golden.get("total_edge_weight_directed").asDouble();
        for (final var resolution : RESOLUTIONS) {
            final var range = golden.get("per_resolution").get(resolution).get("over_10_seeds");
            final double r = Double.parseDouble(resolution);
            final var found = new Communities(Algorithm.LEIDEN, r, 0).find(graph, Progress.NONE);
            final double quality = Communities.modularity(graph, found, r);
            assertTrue(quality >= range.get("quality_RB").get("min").asDouble() / total - SLACK,
                resolution + ": " + quality + ", reference " + range.get("quality_RB"));
            assertEquals(range.get("n_clusters").get("mean").asDouble(), found.count(), 2, resolution);
        }
    }

    @ParameterizedTest
    @CsvSource({"pbmc4k_soupx", "pbmc_symphony_3batch"})
    void louvainIsAsGoodAsTheReferenceSeeds(final String dataSet) throws IOException {
        final var graph = graph(dataSet);
        final var golden = GoldenData.json(dataSet + "/preprocess.json").get("louvain").get("per_resolution");
        for (final var resolution : RESOLUTIONS) {
            final double r = Double.parseDouble(resolution);
            final var found = new Communities(Algorithm.LOUVAIN, r, 0).find(graph, Progress.NONE);
            final double worst =
                golden.get(resolution).get("over_10_seeds").get("modularity_at_res").get("min").asDouble();
            assertTrue(Communities.modularity(graph, found, r) >= worst - SLACK, resolution);
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aSeedGivesTheSameCommunities(final Algorithm algorithm) throws IOException {
        final var graph = graph("pbmc_symphony_3batch");
        final var communities = new Communities(algorithm, 1, 7);
        assertArrayEquals(communities.find(graph, Progress.NONE).of(), communities.find(graph, Progress.NONE).of());
    }

    @Test
    void twoCliquesAreTwoCommunitiesTheLargerFirst() {
        final var dense = new float[7][7];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                dense[i][j] = i != j && i < 3 == j < 3 ? 1 : 0;
            }
        }
        dense[2][3] = 0.1F;
        dense[3][2] = 0.1F;
        final var found = new Communities(Algorithm.LEIDEN, 1, 0).find(CsrMatrix.fromDense(dense), Progress.NONE);
        assertArrayEquals(new int[]{1, 1, 1, 0, 0, 0, 0}, found.of());
    }

    @Test
    void withoutEdgesEveryCellIsAlone() {
        final var found =
            new Communities(Algorithm.LOUVAIN, 1, 0).find(CsrMatrix.fromDense(new float[3][3]), Progress.NONE);
        assertEquals(3, found.count());
    }

    @Test
    void resolutionsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new Communities(Algorithm.LEIDEN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Communities(Algorithm.LEIDEN, Double.NaN, 0));
    }
}
