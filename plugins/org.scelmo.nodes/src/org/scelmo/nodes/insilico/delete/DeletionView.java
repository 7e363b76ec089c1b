package org.scelmo.nodes.insilico.delete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.insilico.DeletionScore;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the picture of deletion scores shows.
 *
 * @param message shown instead; null if there are scores
 * @param threshold score above which the paper calls a gene a candidate
 * @param genes scores of genes by cell type
 * @param sets scores of gene sets by cell type; empty if none were deleted
 */
record DeletionView(String message, double threshold, List<CellType> genes, List<CellType> sets) {

    static final String PAGE = "deletion-scores.html";

    /** So many genes, and so many sets, of all cell types together are drawn at most. */
    private static final int MOST = 20_000;

    /**
     * The deletions in some cells.
     *
     * @param name of the cell type; null for all cells
     * @param deleted how many genes or sets were deleted
     * @param scores the highest first; if there are too many, those in the middle are left out
     */
    record CellType(String name, int deleted, List<Score> scores) {
    }

    /**
     * What the deletion of a gene or set does; null where a number is missing.
     *
     * @param name of the gene or set
     * @param genes how many genes of the set were deleted; null for a gene
     * @param score cosine after the deletion minus before
     * @param low lower bound of its interval
     * @param high upper bound
     * @param p against genes, or random sets of genes, that are expressed alike
     * @param q adjusted p
     * @param matched mean score of these
     */
    record Score(String name, Double genes, double score, Double low, Double high, Double p, Double q,
        Double matched) {
    }

    static DeletionView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return nothing(ViewPage.EXECUTE_AGAIN);
        }
        final var genes = types((BufferedDataTable)kept[0], "Gene", "Mean score of matched");
        final List<CellType> sets = kept.length < 2 ? List.of()
            : types((BufferedDataTable)kept[1], "Gene set", "Mean score of random sets");
        return Stream.concat(genes.stream(), sets.stream()).allMatch(type -> type.scores.isEmpty())
            ? nothing("No deletion has a score.") : new DeletionView(null, DeletionScore.THRESHOLD, genes, sets);
    }

    private static DeletionView nothing(final String message) {
        return new DeletionView(message, DeletionScore.THRESHOLD, List.of(), List.of());
    }

    /** The scores of a table, whose rows lie cell type by cell type. */
    private static List<CellType> types(final BufferedDataTable table, final String name, final String matched) {
        final var spec = table.getDataTableSpec();
        final Map<String, List<Score>> types = new LinkedHashMap<>();
        table.forEach(row -> {
            final var scores = types.computeIfAbsent(text(spec, row, "Cell type"), type -> new ArrayList<>());
            final var score = number(spec, row, "Score");
            if (score != null) {
                scores.add(new Score(text(spec, row, name), number(spec, row, "Genes deleted"), score,
                    number(spec, row, "CI low"), number(spec, row, "CI high"), number(spec, row, "p"),
                    number(spec, row, "q"), number(spec, row, matched)));
            }
        });
        final int most = MOST / Math.max(1, types.size());
        return types.entrySet().stream()
            .map(e -> new CellType(e.getKey(), e.getValue().size(), ends(e.getValue(), most))).toList();
    }

    private static List<Score> ends(final List<Score> scores, final int most) {
        if (scores.size() <= most) {
            return scores;
        }
        final var ends = new ArrayList<>(scores.subList(0, most / 2));
        ends.addAll(scores.subList(scores.size() - most / 2, scores.size()));
        return ends;
    }

    static String page() {
        return ViewPage.html(DeletionView.class, "Deletion Scores", "wide-drawing.css", "deletion-scores.js");
    }

    private static String text(final DataTableSpec spec, final DataRow row, final String column) {
        final var cell = row.getCell(spec.findColumnIndex(column));
        return cell.isMissing() ? null : cell.toString();
    }

    /** Null where there is no value, or no such column. */
    private static Double number(final DataTableSpec spec, final DataRow row, final String column) {
        final int at = spec.findColumnIndex(column);
        final var cell = at < 0 ? DataType.getMissingCell() : row.getCell(at);
        return cell.isMissing() ? null : ((DoubleValue)cell).getDoubleValue();
    }
}
