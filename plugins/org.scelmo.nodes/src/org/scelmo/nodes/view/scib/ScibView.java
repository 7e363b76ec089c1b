package org.scelmo.nodes.view.scib;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the picture of scores shows.
 *
 * @param message shown instead; null if there are scores
 * @param scores in the order of the table
 */
public record ScibView(String message, List<Score> scores) {

    /** Name of the page. */
    public static final String PAGE = "scib-scores.html";

    /**
     * A score of an embedding, or one of its totals.
     *
     * @param embedding name
     * @param name of the score
     * @param aspect what it tells; "Total" of totals
     * @param value null if missing
     * @param deviation standard deviation over subsamples; null if there were none
     * @param missing why it is missing; null if it is not
     * @param counts whether it is part of the total
     * @param definition how it is computed
     * @param follows the library whose definition this is
     */
    public record Score(String embedding, String name, String aspect, Double value, Double deviation, String missing,
        boolean counts, String definition, String follows) {
    }

    /**
     * @param input of a node that kept its table of scores, with the columns Embedding, Score, Aspect, Value, Standard
     *            deviation, Missing because, In total, Definition and Follows
     * @return what the picture shows
     */
    public static ScibView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return new ScibView(ViewPage.EXECUTE_AGAIN, List.of());
        }
        final var table = (BufferedDataTable)kept[0];
        final var spec = table.getDataTableSpec();
        final List<Score> scores = new ArrayList<>();
        table.forEach(row -> scores.add(score(spec, row)));
        return new ScibView(scores.isEmpty() ? "No embedding was scored." : null, scores);
    }

    /** @return the page */
    public static String page() {
        return ViewPage.html(ScibView.class, "scIB Scores", "wide-drawing.css", "scib-scores.js");
    }

    private static Score score(final DataTableSpec spec, final DataRow row) {
        final var counts = cell(spec, row, "In total");
        return new Score(text(spec, row, "Embedding"), text(spec, row, "Score"), text(spec, row, "Aspect"),
            number(spec, row, "Value"), number(spec, row, "Standard deviation"), text(spec, row, "Missing because"),
            !counts.isMissing() && ((BooleanValue)counts).getBooleanValue(), text(spec, row, "Definition"),
            text(spec, row, "Follows"));
    }

    private static DataCell cell(final DataTableSpec spec, final DataRow row, final String column) {
        return row.getCell(spec.findColumnIndex(column));
    }

    private static String text(final DataTableSpec spec, final DataRow row, final String column) {
        final var cell = cell(spec, row, column);
        return cell.isMissing() ? null : cell.toString();
    }

    private static Double number(final DataTableSpec spec, final DataRow row, final String column) {
        final var cell = cell(spec, row, column);
        return cell.isMissing() ? null : ((DoubleValue)cell).getDoubleValue();
    }
}
