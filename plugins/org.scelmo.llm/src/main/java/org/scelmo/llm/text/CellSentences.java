package org.scelmo.llm.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

/**
 * GenePT-s: each cell as a sentence, its genes named in the order of their expression, highest first; genes without
 * expression (0 or less) are left out. Of equally expressed genes the later column comes first: where the authors'
 * result depends on an unstable sort, ours does not.
 *
 * @param genes name of each column of X
 * @param mostGenes how many are named at most
 * @param prefix what precedes the names
 */
public record CellSentences(List<String> genes, int mostGenes, String prefix) {

    /** The authors' words before the names. */
    public static final String GENEPT_PREFIX = "A cell with genes ranked by expression: ";
    /** The authors' number of genes. */
    public static final int GENEPT_GENES = 1000;

    private static final int BATCH_ROWS = 1024;

    public CellSentences {
        genes = List.copyOf(genes);
        if (mostGenes < 1) {
            throw new IllegalArgumentException("A sentence needs at least one gene, not " + mostGenes + ".");
        }
    }

    /** The authors' choices. */
    public CellSentences(final List<String> genes) {
        this(genes, GENEPT_GENES, GENEPT_PREFIX);
    }

    /**
     * Writes one sentence per cell, in order; O(nnz log genes per cell).
     *
     * @param x expression, cells × genes, streamed once
     * @param sink takes the sentences; an empty one for a cell that expresses nothing
     * @param progress told after each block
     * @throws IOException if X cannot be read
     * @throws NonFiniteValueException if X holds NaN or an infinity
     */
    public void write(final RowBlocks x, final Consumer<String> sink, final Progress progress) throws IOException {
        if (x.columns() != genes.size()) {
            throw new IllegalArgumentException("X has %d genes, but there are %d names."
                .formatted(x.columns(), genes.size()));
        }
        try (var cursor = x.open()) {
            long first = cursor.position();
            for (var block = cursor.next(BATCH_ROWS); block != null; block = cursor.next(BATCH_ROWS)) {
                for (int i = 0; i < block.rows(); i++) {
                    progress.checkCanceled();
                    sink.accept(sentence(block, i, first + i));
                }
                first = cursor.position();
                final long done = first;
                progress.update((double)done / x.rows(), () -> "Wrote %,d of %,d cells".formatted(done, x.rows()));
            }
        }
    }

    private String sentence(final CsrMatrix block, final int row, final long rowOfAll) {
        final var ranked = new long[block.end(row) - block.begin(row)];
        int count = 0;
        for (int e = block.begin(row); e < block.end(row); e++) {
            final float value = block.values()[e];
            if (!Float.isFinite(value)) {
                throw new NonFiniteValueException("The expression matrix X", rowOfAll, block.indices()[e], value);
            }
            if (value > 0) {
                // bits of positive floats are ordered as the floats are; the column decides among equals
                ranked[count++] = (long)Float.floatToRawIntBits(value) << Integer.SIZE | block.indices()[e];
            }
        }
        if (count == 0) {
            return "";
        }
        Arrays.sort(ranked, 0, count);
        final var sentence = new StringBuilder(prefix);
        for (int i = count - 1; i >= Math.max(0, count - mostGenes); i--) {
            sentence.append(genes.get((int)ranked[i])).append(i > Math.max(0, count - mostGenes) ? " " : "");
        }
        return sentence.toString();
    }
}
