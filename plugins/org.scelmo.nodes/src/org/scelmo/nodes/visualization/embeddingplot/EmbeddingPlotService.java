package org.scelmo.nodes.visualization.embeddingplot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.nodes.view.ShownData;

/**
 * Gives the page what it draws, in runs of cells that it asks for one after the other. Numbers travel as little-endian
 * 32-bit floats, categories as 16-bit codes, both as base64: a million points are 10.7 MB, not the 40 MB of JSON. Its
 * public methods are called by the page.
 */
public final class EmbeddingPlotService {

    /** Of a run, so that no answer takes much memory. */
    private static final int MAX_CELLS = 1 << 19;

    private static final int BLOCK = 4096;

    private static final int SUGGESTIONS = 12;

    private final AnnData m_data;

    private String m_colored;

    private CellColors m_colors;

    private EmbeddingPlotService(final AnnData data) {
        m_data = data;
    }

    static EmbeddingPlotService of(final ViewInput input) {
        return new EmbeddingPlotService(ShownData.open(input));
    }

    /**
     * @param embedding name of the embedding
     * @param x zero-based dimension
     * @param y zero-based dimension
     * @param from first cell
     * @param count number of cells
     * @return x and y of each cell, as base64 of 32-bit floats
     * @throws IOException if the embedding cannot be read
     */
    public String positions(final String embedding, final int x, final int y, final int from, final int count)
        throws IOException {
        final var matrix = m_data.obsm().get(embedding);
        if (matrix == null || x < 0 || y < 0 || Math.max(x, y) >= matrix.columns()) {
            throw new ScelmoException("There is no embedding '%s' with dimensions %d and %d.".formatted(embedding,
                x + 1, y + 1), "Choose another embedding.");
        }
        final int cells = checked(from, count);
        final var bytes = buffer(2 * Float.BYTES * cells);
        for (int first = 0; first < cells; first += BLOCK) {
            for (final var row : matrix.copy((long)from + first, Math.min(BLOCK, cells - first))) {
                bytes.putFloat(row[x]).putFloat(row[y]);
            }
        }
        return base64(bytes);
    }

    /**
     * How an annotation colors.
     *
     * @param categories in order; null if the annotation is numeric
     * @param counts number of cells of each category; null if numeric
     * @param missing number of cells without a value
     */
    public record Legend(List<String> categories, int[] counts, int missing) {
    }

    /** @return how the annotation of cells colors */
    public Legend legend(final String annotation) {
        final var colors = colors(annotation);
        return new Legend(colors.categories(), colors.counts(), colors.missing());
    }

    /** @return values of a run of cells: 16-bit codes of categories, or 32-bit floats */
    public String colors(final String annotation, final int from, final int count) {
        final var colors = colors(annotation);
        final int cells = checked(from, count);
        final boolean numeric = colors.categories() == null;
        final var bytes = buffer(cells * (numeric ? Float.BYTES : Short.BYTES));
        for (int i = from; i < from + cells; i++) {
            if (numeric) {
                bytes.putFloat(colors.values()[i]);
            } else {
                bytes.putShort((short)(int)colors.values()[i]);
            }
        }
        return base64(bytes);
    }

    private synchronized CellColors colors(final String annotation) {
        if (!annotation.equals(m_colored)) {
            final var column = m_data.obs().column(annotation).orElseThrow(
                () -> new ScelmoException("There is no annotation '%s'.".formatted(annotation), "Choose another."));
            m_colors = CellColors.of(annotation, column);
            m_colored = annotation;
        }
        return m_colors;
    }

    /** @return names of genes that begin with the text, in any case */
    public List<String> suggest(final String text) {
        final var begin = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(m_data.var().index()).filter(g -> g.toLowerCase(Locale.ROOT).startsWith(begin)).sorted()
            .limit(SUGGESTIONS).toList();
    }

    /**
     * @param name a gene's name in the index of var, or in any of its annotations, in any case if no gene has this very
     *            name
     * @return its position
     */
    public int gene(final String name) {
        final var wanted = name.strip();
        return IntStream.range(0, m_data.genes()).filter(g -> m_data.var().index()[g].equals(wanted)).findFirst()
            .orElseGet(() -> IntStream.range(0, m_data.genes()).filter(g -> isNamed(g, wanted)).findFirst()
                .orElseThrow(() -> new ScelmoException("There is no gene '%s'.".formatted(wanted),
                    "Check the spelling.")));
    }

    private boolean isNamed(final int gene, final String name) {
        return m_data.var().index()[gene].equalsIgnoreCase(name)
            || m_data.var().columns().values().stream().anyMatch(c -> name.equalsIgnoreCase(c.text(gene)));
    }

    /**
     * @param gene its position
     * @param from first cell
     * @param count number of cells
     * @return expression (X) of the gene in a run of cells, as 32-bit floats
     * @throws IOException if X cannot be read
     */
    public String expression(final int gene, final int from, final int count) throws IOException {
        final int cells = checked(from, count);
        final var x = m_data.x().orElseThrow(
            () -> new ScelmoException("The data have no expression matrix X.", "Choose another matrix in the reader."));
        final var values = new float[cells];
        try (var cursor = x.open(from)) {
            int done = 0;
            while (done < cells) {
                final var block = cursor.next(Math.min(BLOCK, cells - done));
                for (int i = 0; i < block.rows(); i++) {
                    values[done++] = value(block, i, gene);
                }
            }
        }
        final var bytes = buffer(Float.BYTES * cells);
        bytes.asFloatBuffer().put(values);
        return base64(bytes);
    }

    private static float value(final CsrMatrix block, final int row, final int column) {
        final int at = Arrays.binarySearch(block.indices(), block.begin(row), block.end(row), column);
        return at < 0 ? 0 : block.values()[at];
    }

    /** @return names of a run of cells */
    public String[] names(final int from, final int count) {
        return Arrays.copyOfRange(m_data.obs().index(), from, from + checked(from, count));
    }

    /** @return how many cells there are of those asked for */
    private int checked(final int from, final int count) {
        if (from < 0 || count < 0 || from > m_data.cells()) {
            throw new IllegalArgumentException("There are no cells %d to %d.".formatted(from, from + count));
        }
        return Math.min(Math.min(count, MAX_CELLS), m_data.cells() - from);
    }

    private static ByteBuffer buffer(final int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String base64(final ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
