package org.scelmo.nodes.annotation.adaptorapply;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scelmo.adaptor.model.AdaptorModel;
import org.scelmo.adaptor.model.AppliedAdaptor;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.RowSink;

/** What an adaptor says of cells: collected while their embedding is written, block by block. */
final class Predictions {

    private static final int ROWS = 2048;

    private final AppliedAdaptor m_adaptor;

    private final List<String> m_classes;

    private final int[] m_labels;

    private final double[] m_best;

    private final float[][] m_probabilities;

    /**
     * @param cells number of cells
     * @param all whether the probabilities of all classes are kept
     */
    Predictions(final AppliedAdaptor adaptor, final int cells, final boolean all) {
        m_adaptor = adaptor;
        m_classes = adaptor.model().classes();
        m_labels = new int[cells];
        m_best = new double[cells];
        m_probabilities = all ? new float[cells][] : null;
    }

    /** @param sink takes the adapted embedding */
    void embed(final RowBlocks x, final RowSink sink, final Progress progress) throws IOException {
        try (var cursor = x.open()) {
            for (int first = 0;;) {
                final var block = cursor.next(ROWS);
                if (block == null) {
                    return;
                }
                progress.checkCanceled();
                checkFinite(block, first);
                final var embedding = m_adaptor.embed(block, progress::checkCanceled);
                sink.append(embedding, embedding.length);
                keep(m_adaptor.probabilities(embedding), first);
                first += block.rows();
                final int done = first;
                progress.update((double)first / m_labels.length,
                    () -> String.format(Locale.ROOT, "Cell %,d of %,d", done, m_labels.length));
            }
        }
    }

    private static void checkFinite(final CsrMatrix block, final int first) {
        for (int i = 0; i < block.rows(); i++) {
            for (int e = block.begin(i), end = block.end(i); e < end; e++) {
                if (!Float.isFinite(block.values()[e])) {
                    throw new NonFiniteValueException("The expression matrix X", first + (long)i, block.indices()[e],
                        block.values()[e]);
                }
            }
        }
    }

    private void keep(final double[][] probabilities, final int first) {
        for (int i = 0; i < probabilities.length; i++) {
            final var ofCell = probabilities[i];
            int best = 0;
            for (int c = 1; c < ofCell.length; c++) {
                best = ofCell[c] > ofCell[best] ? c : best;
            }
            m_labels[first + i] = best;
            m_best[first + i] = ofCell[best];
            if (m_probabilities != null) {
                m_probabilities[first + i] = floats(ofCell);
            }
        }
    }

    private static float[] floats(final double[] values) {
        final var floats = new float[values.length];
        for (int c = 0; c < values.length; c++) {
            floats[c] = (float)values[c];
        }
        return floats;
    }

    /** Cells × classes. */
    void writeProbabilities(final RowSink sink) throws IOException {
        sink.append(m_probabilities, m_probabilities.length);
    }

    /** @return the most likely class of each cell and its probability, under these names */
    Map<String, Column> annotations(final String label, final String probability) {
        final var columns = new LinkedHashMap<String, Column>();
        columns.put(label, new CategoricalColumn(m_labels, m_classes, false));
        columns.put(probability, new RealColumn(m_best));
        return columns;
    }

    /** @return how many of the adaptor's genes the data lack */
    static long absent(final AdaptorModel model, final AppliedAdaptor applied) {
        final var present = new boolean[model.genes().size()];
        Arrays.stream(applied.match().rowOfGene()).filter(row -> row >= 0).forEach(row -> present[row] = true);
        long absent = 0;
        for (final boolean is : present) {
            absent += is ? 0 : 1;
        }
        return absent;
    }
}
