package org.scelmo.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;

class TrajectoryConservationTest {

    /**
     * On the reference graphs, where the first coordinate of X_pca is the pseudotime before, missing in every seventh
     * cell. The numbers are those of scib 1.2.1's and scanpy 1.9.8's steps written in numpy 1.24 with scipy 1.10's
     * eigsh.
     */
    @ParameterizedTest
    @CsvSource({"pbmc_symphony_3batch,X_pca,0.8675682437230114", "pbmc_symphony_3batch,X_harmony,0.8608309131517817",
        "cellmix_5batch,X_pca,0.26674336777523344", "cellmix_5batch,X_harmony,0.3320402381378307"})
    void agreesWithTheStepsOfScib(final String dataSet, final String embedding, final double expected)
        throws IOException {
        final var reference = new ReferenceMetrics(dataSet, embedding);
        final var points = new ReferenceMetrics(dataSet, "X_pca").points();
        final var row = new float[1][points.columns()];
        final var before = new double[(int)points.rows()];
        for (int i = 0; i < before.length; i++) {
            points.read(i, row);
            before[i] = i % 7 == 3 ? Double.NaN : row[0][0];
        }
        final var score = new TrajectoryConservation(reference.labels(), before).score(reference.graph(),
            Progress.NONE);
        assertEquals(expected, score.orElseThrow(), 1e-4);
    }

    /** A chain of cells, of which the first and the last third are labels of their own. */
    private static CsrMatrix chain(final int cells, final int gap) {
        final var graph = new float[cells][cells];
        for (int i = 0; i < cells; i++) {
            for (int d = 1; d <= 3 && i + d < cells; d++) {
                if (i >= gap == i + d >= gap) {
                    graph[i][i + d] = 1F / d;
                    graph[i + d][i] = 1F / d;
                }
            }
        }
        return CsrMatrix.fromDense(graph);
    }

    private static Groups thirds(final int cells) {
        return new Groups(IntStream.range(0, cells).map(i -> 3 * i / cells).toArray(), List.of("a", "b", "c"));
    }

    private static double[] times(final int cells) {
        return IntStream.range(0, cells).mapToDouble(i -> i).toArray();
    }

    @Test
    void anOrderThatIsKeptScoresOneAndOneThatIsNotAboutHalf() throws IOException {
        final var kept = new TrajectoryConservation(thirds(60), times(60)).score(chain(60, 0), Progress.NONE);
        assertTrue(kept.orElseThrow() > 0.999, kept.toString());
        final var shuffled = Arrays.stream(times(60)).map(t -> t * 37 % 60).toArray();
        final double lost = new TrajectoryConservation(thirds(60), shuffled).score(chain(60, 0), Progress.NONE)
            .orElseThrow();
        assertTrue(lost > 0.3 && lost < 0.7, "score " + lost);
    }

    @Test
    void aTrajectoryThatLosesItsStartScoresZero() throws IOException {
        assertEquals(OptionalDouble.of(0),
            new TrajectoryConservation(thirds(60), times(60)).score(chain(60, 20), Progress.NONE));
    }

    @Test
    void piecesAndEqualTimesHaveNoScore() throws IOException {
        assertTrue(new TrajectoryConservation(thirds(60), new double[60]).score(chain(60, 0), Progress.NONE).isEmpty());
        assertTrue(new TrajectoryConservation(thirds(12), times(12)).score(chain(12, 0), Progress.NONE).isEmpty());
        final var unknown = new double[60];
        Arrays.fill(unknown, Double.NaN);
        assertTrue(new TrajectoryConservation(thirds(60), unknown).score(chain(60, 0), Progress.NONE).isEmpty());
    }
}
