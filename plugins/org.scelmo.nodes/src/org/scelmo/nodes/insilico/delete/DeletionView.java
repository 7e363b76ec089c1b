package org.scelmo.nodes.insilico.delete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
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
 * @param types scores by cell type
 */
record DeletionView(String message, double threshold, List<CellType> types) {

    static final String PAGE = "deletion-scores.html";

    /** So many genes of all cell types together are drawn at most. */
    private static final int MOST = 20_000;

    /**
     * The deletions in some cells.
     *
     * @param name of the cell type; null for all cells
     * @param deleted how many genes were deleted
     * @param scores the highest first; if there are too many, those in the middle are left out
     */
    record CellType(String name, int deleted, List<Score> scores) {
    }

    /**
     * What the deletion of a gene does; null where a number is missing.
     *
     * @param gene name
     * @param score cosine after the deletion minus before
     * @param low lower bound of its interval
     * @param high upper bound
     * @param p against genes expressed alike
     * @param q adjusted p
     * @param matched mean score of the genes expressed alike
     */
    record Score(String gene, double score, Double low, Double high, Double p, Double q, Double matched) {
    }

    static DeletionView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) { // KNIME loses what was kept when a node is copied
            return nothing("Execute the node again to see its view.");
        }
        final var table = (BufferedDataTable)kept[0];
        final var spec = table.getDataTableSpec();
        final Map<String, List<Score>> types = new LinkedHashMap<>();
        table.forEach(row -> {
            final var scores = types.computeIfAbsent(text(spec, row, "Cell type"), type -> new ArrayList<>());
            if (number(spec, row, "Score") != null) {
                scores.add(score(spec, row));
            }
        });
        if (types.values().stream().allMatch(List::isEmpty)) {
            return nothing("No deletion has a score.");
        }
        final var most = MOST / types.size();
        return new DeletionView(null, DeletionScore.THRESHOLD, types.entrySet().stream()
            .map(e -> new CellType(e.getKey(), e.getValue().size(), ends(e.getValue(), most))).toList());
    }

    private static DeletionView nothing(final String message) {
        return new DeletionView(message, DeletionScore.THRESHOLD, List.of());
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
        return ViewPage.html(DeletionView.class, PAGE);
    }

    private static Score score(final DataTableSpec spec, final DataRow row) {
        return new Score(text(spec, row, "Gene"), number(spec, row, "Score"), number(spec, row, "CI low"),
            number(spec, row, "CI high"), number(spec, row, "p"), number(spec, row, "q"),
            number(spec, row, "Mean score of matched"));
    }

    private static String text(final DataTableSpec spec, final DataRow row, final String column) {
        final var cell = row.getCell(spec.findColumnIndex(column));
        return cell.isMissing() ? null : cell.toString();
    }

    private static Double number(final DataTableSpec spec, final DataRow row, final String column) {
        final var cell = row.getCell(spec.findColumnIndex(column));
        return cell.isMissing() ? null : ((DoubleValue)cell).getDoubleValue();
    }
}
