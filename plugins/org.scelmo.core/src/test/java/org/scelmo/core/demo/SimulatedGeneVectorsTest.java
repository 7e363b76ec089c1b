package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.GeneMatcher;

class SimulatedGeneVectorsTest {

    private final FeatureEmbedding m_vectors = SimulatedGeneVectors.simulate(1);

    @Test
    void haveUnitLength() throws Exception {
        for (final var row : m_vectors.vectors().copy(0, m_vectors.size())) {
            assertEquals(1, Math.sqrt(cosine(row, row)), 1e-3); // four decimals
        }
    }

    @Test
    void missSomeGenesOfTheDataAndKnowOthers() {
        final var genes = SimulatedPbmc.simulate(10, 1).var().index();
        final int missing = genes.length - GeneMatcher.match(genes, m_vectors.names()).matched();
        assertTrue(missing > 0.01 * genes.length && missing < 0.06 * genes.length, "missing " + missing);
        assertTrue(m_vectors.names().contains("INS"), "a gene of another tissue");
    }

    @Test
    void genesOfOneProgramAreNearEachOther() throws Exception {
        final double same = cosine(vector("MS4A1"), vector("CD79A"));
        final double other = cosine(vector("MS4A1"), vector("PPBP"));
        assertTrue(same > other + 0.1, same + " against " + other);
        assertTrue(other > 0.1, "anisotropic, as text embeddings are: " + other);
    }

    @Test
    void dependOnTheSeedOnly() throws Exception {
        final int n = m_vectors.size();
        assertArrayEquals(m_vectors.vectors().copy(0, n), SimulatedGeneVectors.simulate(1).vectors().copy(0, n));
    }

    private float[] vector(final String gene) throws Exception {
        return m_vectors.vectors().copy(m_vectors.names().indexOf(gene), 1)[0];
    }

    private static double cosine(final float[] a, final float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
