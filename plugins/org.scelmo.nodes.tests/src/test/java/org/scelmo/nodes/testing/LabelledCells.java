package org.scelmo.nodes.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Simulated cells of two types, of which each expresses its own half of the genes more, by two donors; an adaptor
 * learns them within a second. Vectors tell the halves apart; the last gene has none.
 */
public final class LabelledCells {

    public static final int CELLS = 80;

    public static final int GENES = 12;

    private final float[][] m_expression = new float[CELLS][GENES];

    private final String[] m_labels = new String[CELLS];

    private final float[][] m_vectors = new float[GENES - 1][4];

    public LabelledCells() {
        final var random = new Random(7);
        for (int i = 0; i < CELLS; i++) {
            m_labels[i] = i % 2 == 0 ? "B" : "T";
            for (int j = 0; j < GENES; j++) {
                m_expression[i][j] = random.nextDouble() < (j % 2 == i % 2 ? 0.8 : 0.2) ? 1 + random.nextFloat() : 0;
            }
        }
        for (int j = 0; j < GENES - 1; j++) {
            for (int k = 0; k < 4; k++) {
                m_vectors[j][k] = (k == j % 2 ? 1 : 0) + 0.1f * random.nextFloat();
            }
        }
    }

    /** Changes what one cell is; null takes its label. */
    public LabelledCells label(final int cell, final String label) {
        m_labels[cell] = label;
        return this;
    }

    public LabelledCells allLabels(final String label) {
        Arrays.fill(m_labels, label);
        return this;
    }

    public LabelledCells expression(final int cell, final int gene, final float value) {
        m_expression[cell][gene] = value;
        return this;
    }

    public LabelledCells vectors(final float value) {
        for (final var vector : m_vectors) {
            Arrays.fill(vector, value);
        }
        return this;
    }

    /** @param prefix of the names of genes */
    public AnnData data(final String prefix) {
        final var cells = new String[CELLS];
        final var donors = new String[CELLS];
        for (int i = 0; i < CELLS; i++) {
            cells[i] = "cell " + i;
            donors[i] = i < CELLS / 2 ? "d1" : "d2";
        }
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("donor", TestData.categorical(donors));
        obs.put("cell_type", TestData.categorical(m_labels));
        final var genes = new String[GENES];
        for (int j = 0; j < GENES; j++) {
            genes[j] = prefix + j;
        }
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(m_expression)), new Frame(cells, obs),
            new Frame(genes, Map.of()));
    }

    public FeatureEmbedding embedding() {
        final List<String> names = new ArrayList<>();
        for (int j = 0; j < GENES - 1; j++) {
            names.add("g" + j);
        }
        return SourceNodeFactory.embedding(names, m_vectors);
    }

    /** @return an executed node with these cells and vectors at its outputs */
    public TestNode source() {
        return SourceNodeFactory.of(data("g"), embedding());
    }
}
