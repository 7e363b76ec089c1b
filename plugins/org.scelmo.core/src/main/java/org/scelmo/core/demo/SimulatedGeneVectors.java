package org.scelmo.core.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.scelmo.core.demo.GenePanel.Gene;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;

/**
 * Simulated gene vectors that behave like those of a language model: genes of one program point in similar directions,
 * all genes share a common direction (text embeddings are anisotropic: unrelated genes have a cosine near 0.4), the
 * rest is noise. Unit length. About 3 % of the measured genes have no vector, as in real libraries, and genes that are
 * not in the data have one.
 */
public final class SimulatedGeneVectors {

    /** Length of each vector. */
    public static final int DIMENSIONS = 64;

    private static final double COMMON = 0.8;
    private static final double OF_PROGRAM = 0.75;
    private static final double NOISE = 0.75;
    private static final double MISSING = 0.03;
    private static final double DECIMALS = 1e4;

    private SimulatedGeneVectors() {
    }

    /**
     * @param seed same seed, same vectors, on every machine
     * @return one vector per gene, rounded to four decimals
     */
    public static FeatureEmbedding simulate(final long seed) {
        final var random = new DemoRandom(seed ^ 0x9E3779B97F4A7C15L);
        final var common = direction(random);
        final var ofProgram = new double[Program.values().length][];
        for (int p = 0; p < ofProgram.length; p++) {
            ofProgram[p] = direction(random);
        }
        final var names = new ArrayList<String>();
        final var rows = new ArrayList<float[]>();
        for (final var gene : GenePanel.load()) {
            final var vector = vector(gene, common, ofProgram, random);
            final boolean missing = random.uniform() < MISSING;
            if (!missing || !gene.isMeasured()) {
                names.add(gene.symbol());
                rows.add(vector);
            }
        }
        final var entries = new LinkedHashMap<String, String>();
        entries.put("source", "simulated: made by a program, not by a language model");
        entries.put("seed", Long.toString(seed));
        return new FeatureEmbedding(List.copyOf(names), DenseMatrix.of(rows.toArray(float[][]::new), DIMENSIONS),
            new Provenance(entries));
    }

    private static float[] vector(final Gene gene, final double[] common, final double[][] ofProgram,
        final DemoRandom random) {
        final var noise = direction(random);
        final var sum = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            sum[d] = COMMON * common[d] + NOISE * noise[d];
            for (final var program : gene.programs()) {
                sum[d] += OF_PROGRAM * ofProgram[program.ordinal()][d];
            }
        }
        final double norm = norm(sum);
        final var vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float)(StrictMath.rint(sum[d] / norm * DECIMALS) / DECIMALS);
        }
        return vector;
    }

    private static double[] direction(final DemoRandom random) {
        final var v = new double[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            v[d] = random.normal(0, 1);
        }
        final double norm = norm(v);
        for (int d = 0; d < DIMENSIONS; d++) {
            v[d] /= norm;
        }
        return v;
    }

    private static double norm(final double[] v) {
        double sum = 0;
        for (final var x : v) {
            sum += x * x;
        }
        return StrictMath.sqrt(sum);
    }
}
