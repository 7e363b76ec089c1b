package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.annotate.KnnLabelTransfer;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.embedding.GeneMatcher;
import org.scelmo.core.embedding.GeneSums;
import org.scelmo.core.embedding.MatchReport;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.neighbors.ExactKnn;
import org.scelmo.core.neighbors.Metric;

/** The whole example: donor 2 annotated from donor 1 is good, but honestly not perfect. */
class ZeroShotDemoTest {

    @Test
    void annotatesMostCellsOfTheOtherDonor() throws Exception {
        final var data = SimulatedPbmc.simulate(SimulatedPbmc.CELLS, SimulatedPbmc.SEED);
        final var library = SimulatedGeneVectors.simulate(SimulatedPbmc.SEED);
        final var genes = data.var().index();
        final var match = GeneMatcher.match(genes, library.names());
        final var vectors = match.vectors(library);
        final var x = data.x().orElseThrow();
        final var report = MatchReport.of(genes, match, vectors, GeneSums.of(x, Progress.NONE));
        assertEquals(47, report.missing().size());
        assertTrue(report.coveredMass() > 0.9 && report.coveredMass() < 1, "covered " + report.coveredMass());

        final var cells = new ArrayList<float[]>();
        new CellEmbedder(vectors, library.dimensions(), Averaging.ARITHMETIC, 1).embed(x, (rows, count) -> {
            for (int i = 0; i < count; i++) {
                cells.add(rows[i].clone());
            }
        }, Progress.NONE);

        final var donor = data.obs().column("donor").orElseThrow();
        final var type = data.obs().column("cell_type").orElseThrow();
        final int split = (int)IntStream.range(0, data.cells())
            .filter(i -> donor.text(i).equals("donor1")).count();
        final var neighbors = new ExactKnn(Metric.COSINE, 10, false, 1).search(
            matrix(cells.subList(split, cells.size())), matrix(cells.subList(0, split)), Progress.NONE);
        final var labels = IntStream.range(0, split).mapToObj(type::text).toList();
        final var predictions = new KnnLabelTransfer().predict(neighbors, labels);
        int right = 0;
        for (int i = 0; i < predictions.size(); i++) {
            right += predictions.get(i).label().equals(type.text(split + i)) ? 1 : 0;
        }
        final double accuracy = (double)right / predictions.size();
        assertTrue(accuracy > 0.85 && accuracy < 0.97, "accuracy " + accuracy);
    }

    private static DenseMatrix matrix(final List<float[]> rows) {
        return DenseMatrix.of(rows.toArray(float[][]::new), rows.get(0).length);
    }
}
