package org.scelmo.adaptor.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scelmo.adaptor.parallel.Team;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ContrastiveLossTest {

    private static final double STEP = 1e-6;
    private static final Team TEAM = Team.ALONE;

    @Property(tries = 200)
    void tripletLossIsThatOfEveryTripletListed(@ForAll @LongRange(max = 1L << 40) final long seed,
        @ForAll @IntRange(min = 1, max = 24) final int cells, @ForAll @IntRange(min = 1, max = 5) final int classes,
        @ForAll @DoubleRange(min = 0.01, max = 3) final double margin) {
        final var batch = Batch.random(seed, cells, classes);
        final double value = new TripletLoss(margin).evaluate(batch.embeddings(), batch.labels(), 1, batch.zeros(), TEAM);
        assertEquals(AllTriplets.value(batch.embeddings(), batch.labels(), margin), value, 1e-12);
    }

    @Property(tries = 50)
    void tripletGradientIsTheSlopeOfTheListedTriplets(@ForAll @LongRange(max = 1L << 40) final long seed,
        @ForAll @IntRange(min = 3, max = 12) final int cells) {
        final var batch = Batch.random(seed, cells, 3);
        // a margin above all differences of distances: every triplet counts, nothing switches within a step
        final var gradient = batch.zeros();
        new TripletLoss(3).evaluate(batch.embeddings(), batch.labels(), 1, gradient, TEAM);
        checkSlopes(batch, gradient, (e, l) -> AllTriplets.value(e, l, 3));
    }

    @Property(tries = 50)
    void supConGradientIsItsSlope(@ForAll @LongRange(max = 1L << 40) final long seed,
        @ForAll @IntRange(min = 3, max = 12) final int cells) {
        final var batch = Batch.random(seed, cells, 3);
        final var loss = new SupConLoss(0.5);
        final var gradient = batch.zeros();
        loss.evaluate(batch.embeddings(), batch.labels(), 1, gradient, TEAM);
        checkSlopes(batch, gradient, (e, l) -> loss.evaluate(e, l, 0, batch.zeros(), TEAM));
    }

    @Test
    void gradientIsScaledAndAdded() {
        final var batch = Batch.random(1, 12, 3);
        final var once = batch.zeros();
        new TripletLoss().evaluate(batch.embeddings(), batch.labels(), 1, once, TEAM);
        final var gradient = batch.zeros();
        gradient[0][0] = 7;
        final double value = new TripletLoss().evaluate(batch.embeddings(), batch.labels(), 100, gradient, TEAM);
        assertEquals(7 + 100 * once[0][0], gradient[0][0], 1e-9);
        assertEquals(100 * once[3][1], gradient[3][1], 1e-9);
        assertEquals(AllTriplets.value(batch.embeddings(), batch.labels(), 0.05), value, 1e-12);
    }

    @Test
    void oneClassOrOneCellHasNothingToCompare() {
        for (final var loss : new ContrastiveLoss[]{new TripletLoss(), new SupConLoss()}) {
            final var one = Batch.random(5, 1, 1);
            final var gradient = one.zeros();
            assertEquals(0, loss.evaluate(one.embeddings(), one.labels(), 1, gradient, TEAM));
            assertArrayEquals(one.zeros(), gradient);
        }
        final var same = Batch.random(5, 10, 1);
        assertEquals(0, new TripletLoss().evaluate(same.embeddings(), same.labels(), 1, same.zeros(), TEAM));
    }

    @Test
    void coincidingAndEmptyCellsGiveFiniteGradients() {
        final var embeddings = new double[][]{{1, 2}, {1, 2}, {0, 0}, {0, 0}, {1, 2}, {3, 1}};
        final var labels = new int[]{0, 1, 0, 1, 0, 1};
        for (final var loss : new ContrastiveLoss[]{new TripletLoss(), new SupConLoss()}) {
            final var gradient = new double[6][2];
            assertTrue(loss.evaluate(embeddings, labels, 1, gradient, TEAM) > 0);
            for (final var row : gradient) {
                assertTrue(Double.isFinite(row[0]) && Double.isFinite(row[1]));
            }
            assertArrayEquals(new double[2], gradient[2]);
        }
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TripletLoss(0));
        assertThrows(IllegalArgumentException.class, () -> new TripletLoss(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new SupConLoss(Double.POSITIVE_INFINITY));
    }

    private interface Value {
        double of(double[][] embeddings, int[] labels);
    }

    private static void checkSlopes(final Batch batch, final double[][] gradient, final Value value) {
        for (int i = 0; i < gradient.length; i++) {
            for (int k = 0; k < gradient[i].length; k++) {
                final var row = batch.embeddings()[i];
                final double x = row[k];
                row[k] = x + STEP;
                final double above = value.of(batch.embeddings(), batch.labels());
                row[k] = x - STEP;
                final double below = value.of(batch.embeddings(), batch.labels());
                row[k] = x;
                assertEquals((above - below) / (2 * STEP), gradient[i][k], 1e-6 * (1 + Math.abs(gradient[i][k])));
            }
        }
    }

    private record Batch(double[][] embeddings, int[] labels) {

        static Batch random(final long seed, final int cells, final int classes) {
            final var random = new Random(seed);
            final var embeddings = new double[cells][4];
            final var labels = new int[cells];
            for (int i = 0; i < cells; i++) {
                labels[i] = random.nextInt(classes);
                for (int k = 0; k < 4; k++) {
                    embeddings[i][k] = random.nextGaussian() + (k == labels[i] ? 1 : 0);
                }
            }
            return new Batch(embeddings, labels);
        }

        double[][] zeros() {
            return new double[embeddings.length][4];
        }
    }
}
