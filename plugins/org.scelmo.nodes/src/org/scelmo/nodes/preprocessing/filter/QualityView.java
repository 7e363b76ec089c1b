package org.scelmo.nodes.preprocessing.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.preprocess.Density;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page shows: how the quality of cells is spread, of those kept and those removed.
 *
 * @param message shown instead; null if there are cells
 * @param metrics in the order of the table
 */
record QualityView(String message, List<Metric> metrics) {

    /** A metric of cells. */
    record Metric(String name, Density kept, Density removed) {
    }

    static QualityView of(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return new QualityView(ViewPage.EXECUTE_AGAIN, List.of());
        }
        final var cells = (BufferedDataTable)kept[0];
        final int metrics = QualityFrames.CELL_COLUMNS.size();
        final var values = new DoubleStream.Builder[metrics][2];
        for (final var ofMetric : values) {
            ofMetric[0] = DoubleStream.builder();
            ofMetric[1] = DoubleStream.builder();
        }
        for (final var row : cells) {
            final int group = ((BooleanValue)row.getCell(metrics)).getBooleanValue() ? 0 : 1;
            for (int m = 0; m < metrics; m++) {
                if (!row.getCell(m).isMissing()) { // no percentage of no counts
                    values[m][group].add(((DoubleValue)row.getCell(m)).getDoubleValue());
                }
            }
        }
        final List<Metric> shown = new ArrayList<>();
        for (int m = 0; m < metrics; m++) {
            shown.add(new Metric(QualityFrames.CELL_COLUMNS.get(m).name(), density(values[m][0]),
                density(values[m][1])));
        }
        return new QualityView(cells.size() == 0 ? "The data have no cells." : null, shown);
    }

    private static Density density(final DoubleStream.Builder values) {
        return Density.of(values.build().toArray());
    }
}
