package org.scelmo.nodes.annotation.knn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.Tables;

/**
 * The columns that tell the predictions, in the AnnData and in the table.
 *
 * @param truth name of the known labels in the query data, null if there are none
 * @param prediction name of the predicted labels; the others are derived from it
 * @param confidence name of the shares of votes
 */
record PredictionColumns(String truth, String prediction, String confidence) {

    static PredictionColumns of(final KnnAnnotateParameters parameters, final AnnDataOutline query) {
        final var taken = query.obs().stream().map(ColumnOutline::name).toList();
        final var prediction = Tables.uniqueName(parameters.m_prediction, taken);
        return new PredictionColumns(query.obsColumn(parameters.m_label).map(ColumnOutline::name).orElse(null),
            prediction, Tables.uniqueName(prediction + "_confidence", taken));
    }

    /** @return the outline of the query data with the predictions in addition */
    AnnDataOutline addTo(final AnnDataOutline query) {
        return query.withObs(List.of(new ColumnOutline(prediction, Kind.CATEGORICAL, List.of()),
            new ColumnOutline(confidence, Kind.REAL, List.of())), "Labels by kNN Annotate");
    }

    DataTableSpec tableSpec() {
        final var columns = new LinkedHashMap<String, DataColumnSpec>();
        if (truth != null) {
            add(truth, StringCell.TYPE, columns);
        }
        add(prediction, StringCell.TYPE, columns);
        add(confidence, DoubleCell.TYPE, columns);
        add(prediction + "_second", StringCell.TYPE, columns);
        add(prediction + "_second_confidence", DoubleCell.TYPE, columns);
        add(prediction + "_nearest_distance", DoubleCell.TYPE, columns);
        return new DataTableSpec(columns.values().toArray(DataColumnSpec[]::new));
    }

    private static void add(final String name, final DataType type, final Map<String, DataColumnSpec> columns) {
        final var free = Tables.uniqueName(name, columns.keySet());
        columns.put(free, Tables.column(free, type));
    }

    /** @return the annotations that are added to the query data; missing for cells that were not annotated */
    Map<String, Column> added(final Predicted result) {
        final var labels = new TreeSet<String>();
        result.predictions().forEach(p -> labels.add(p.label()));
        final var categories = List.copyOf(labels);
        final var codes = new int[result.cells()];
        final var shares = new double[result.cells()];
        Arrays.fill(codes, -1);
        Arrays.fill(shares, Double.NaN);
        for (int i = 0; i < result.rows().length; i++) {
            final var p = result.predictions().get(i);
            codes[result.rows()[i]] = Collections.binarySearch(categories, p.label());
            shares[result.rows()[i]] = p.confidence();
        }
        final var columns = new LinkedHashMap<String, Column>();
        columns.put(prediction, new CategoricalColumn(codes, categories, false));
        columns.put(confidence, new RealColumn(shares));
        return columns;
    }

    /** @return one row per annotated cell; RowIDs are the cells' names, made unique as in the table of all cells */
    BufferedDataTable table(final Predicted result, final Frame cells, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var ids = Tables.uniqueIds(cells.index());
        final var rows = result.rows();
        final Column known = truth == null ? null : cells.column(truth).orElseThrow();
        return Tables.build(tableSpec(), Arrays.stream(rows).mapToObj(row -> ids[row]).toArray(String[]::new),
            i -> cells(result, i, known).toArray(DataCell[]::new), exec, progress);
    }

    private static List<DataCell> cells(final Predicted result, final int i, final Column known) {
        final var p = result.predictions().get(i);
        final var cells = new ArrayList<DataCell>();
        if (known != null) {
            cells.add(text(known.text(result.rows()[i])));
        }
        cells.add(text(p.label()));
        cells.add(new DoubleCell(p.confidence()));
        cells.add(text(p.second().map(vote -> vote.label()).orElse(null)));
        cells.add(new DoubleCell(p.second().map(vote -> vote.share()).orElse(0.0)));
        cells.add(new DoubleCell(result.distances()[i][0]));
        return cells;
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }
}
