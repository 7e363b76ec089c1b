package org.scelmo.core.metrics;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.Neighbors;

import com.fasterxml.jackson.databind.JsonNode;

/** One embedding of a reference data set with the scores that scib 1.2.1 and scib-metrics 0.6.0 give it. */
record ReferenceMetrics(String dataSet, String embedding) {

    /** For parameterized tests: every data set with every embedding. */
    static Stream<Arguments> all() {
        return Stream.of("pbmc_symphony_3batch", "cellmix_5batch")
            .flatMap(d -> Stream.of("X_pca", "X_harmony").map(e -> Arguments.of(new ReferenceMetrics(d, e))));
    }

    DenseMatrix points() throws IOException {
        final var rows = GoldenData.npyFloat(path("emb_" + embedding + ".npy"));
        return DenseMatrix.of(rows, rows[0].length);
    }

    Groups labels() throws IOException {
        return groups("obs.csv", 1);
    }

    Groups batches() throws IOException {
        return groups("obs.csv", 2);
    }

    Groups clusters() throws IOException {
        return groups(embedding + "_best_clusters.csv", 1);
    }

    JsonNode scib() throws IOException {
        return GoldenData.json(path("metrics.json")).get("embeddings").get(embedding).get("scib_1.2.1");
    }

    JsonNode scibMetrics() throws IOException {
        return GoldenData.json(path("metrics.json")).get("embeddings").get(embedding).get("scib_metrics_0.6.0");
    }

    /** Path of a file of this embedding, such as {@code knn91_dist.npy}. */
    String file(final String name) {
        return path(embedding + "_" + name);
    }

    /** The nearest others of each cell, at most 90. */
    Neighbors neighbors(final int count) throws IOException {
        final var distances = GoldenData.npyVector(file("knn91_dist.npy"));
        final var indices = GoldenData.npyVector(file("knn91_idx.npy"));
        final int cells = distances.length / 91;
        final var of = new int[cells][count];
        final var far = new double[cells][count];
        for (int i = 0; i < cells; i++) {
            int n = 0;
            for (int j = 91 * i; n < count; j++) {
                if ((int)indices[j] != i) {
                    of[i][n] = (int)indices[j];
                    far[i][n++] = distances[j];
                }
            }
        }
        return new Neighbors(of, far);
    }

    /** scanpy's connectivities with n_neighbors = 15. */
    CsrMatrix graph() throws IOException {
        final int cells = labels().cells();
        final var dense = new float[cells][cells];
        for (final var row : GoldenData.csv(file("connectivities_upper.csv.gz"))) {
            final int i = Integer.parseInt(row[0]);
            final int j = Integer.parseInt(row[1]);
            dense[i][j] = Float.parseFloat(row[2]);
            dense[j][i] = dense[i][j];
        }
        return CsrMatrix.fromDense(dense);
    }

    private Groups groups(final String file, final int column) throws IOException {
        final List<String> values = GoldenData.column(path(file), column);
        return Groups.of(new StringColumn(values.toArray(String[]::new)));
    }

    private String path(final String file) {
        return dataSet + "/metrics/" + file;
    }
}
