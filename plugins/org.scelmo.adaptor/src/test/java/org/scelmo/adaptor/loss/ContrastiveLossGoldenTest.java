package org.scelmo.adaptor.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.adaptor.golden.Golden;
import org.scelmo.adaptor.parallel.Team;

/** Values and gradients of pytorch-metric-learning 2.8.1 in float64; ours agree to rounding: 1e-12. */
class ContrastiveLossGoldenTest {

    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @CsvSource({"small,TripletMarginLoss_default,0.05", "small,TripletMarginLoss_margin0.2,0.2",
        "mid,TripletMarginLoss_default,0.05", "mid,TripletMarginLoss_margin0.2,0.2"})
    void tripletLossAndItsGradientAreTheReferences(final String size, final String name, final double margin)
        throws Exception {
        check("loss_" + size, name, new TripletLoss(margin));
    }

    @ParameterizedTest
    @CsvSource({"small,SupConLoss_t0.1,0.1", "small,SupConLoss_t0.07,0.07", "mid,SupConLoss_t0.1,0.1",
        "mid,SupConLoss_t0.07,0.07"})
    void supConLossAndItsGradientAreTheReferences(final String size, final String name, final double temperature)
        throws Exception {
        check("loss_" + size, name, new SupConLoss(temperature));
    }

    private static void check(final String kase, final String name, final ContrastiveLoss loss) throws Exception {
        final var embeddings = Golden.npy("adaptor/" + kase + "_emb.npy");
        final var expected = Golden.npy("adaptor/" + kase + "_" + name + "_grad.npy");
        final var gradient = new double[embeddings.length][embeddings[0].length];
        final double value =
            loss.evaluate(embeddings, Golden.labels("adaptor/" + kase + "_labels.npy"), 1, gradient, Team.ALONE);
        assertEquals(Golden.json("adaptor/adaptor.json").at("/cases/" + kase + "/" + name + "/loss").asDouble(), value,
            TOLERANCE);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], gradient[i], TOLERANCE, "cell " + i);
        }
    }
}
