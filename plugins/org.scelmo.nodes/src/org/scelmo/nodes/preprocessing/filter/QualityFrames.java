package org.scelmo.nodes.preprocessing.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataTableSpec;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.preprocess.CellQc;
import org.scelmo.core.preprocess.GeneQc;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.FrameTables;

/** Quality metrics as annotations, named as scanpy's {@code calculate_qc_metrics} names them. */
final class QualityFrames {

    private static final String KEPT = "kept";

    static final List<ColumnOutline> CELL_COLUMNS = List.of(column("n_genes_by_counts", Kind.INTEGER),
        column("total_counts", Kind.REAL), column("pct_counts_mt", Kind.REAL));

    static final List<ColumnOutline> GENE_COLUMNS =
        List.of(column("n_cells_by_counts", Kind.INTEGER), column("total_counts", Kind.REAL));

    static final DataTableSpec CELL_SPEC = withKept(CELL_COLUMNS);

    static final DataTableSpec GENE_SPEC = withKept(GENE_COLUMNS);

    private QualityFrames() {
    }

    private static ColumnOutline column(final String name, final Kind kind) {
        return new ColumnOutline(name, kind, List.of());
    }

    private static DataTableSpec withKept(final List<ColumnOutline> columns) {
        final var all = new LinkedHashMap<String, ColumnOutline>();
        columns.forEach(c -> all.put(c.name(), c));
        all.put(KEPT, column(KEPT, Kind.BOOLEAN));
        return FrameTables.spec(List.copyOf(all.values()));
    }

    static Map<String, Column> columns(final CellQc cells) {
        return named(CELL_COLUMNS, new IntegerColumn(cells.genes(), null), new RealColumn(cells.totals()),
            new RealColumn(cells.mitoPercent()));
    }

    static Map<String, Column> columns(final GeneQc genes) {
        return named(GENE_COLUMNS, new IntegerColumn(genes.cells(), null), new RealColumn(genes.totals()));
    }

    private static Map<String, Column> named(final List<ColumnOutline> names, final Column... columns) {
        final var named = new LinkedHashMap<String, Column>();
        for (int i = 0; i < columns.length; i++) {
            named.put(names.get(i).name(), columns[i]);
        }
        return named;
    }

    /** @return the metrics and whether each row was kept, for the table */
    static Frame table(final Frame annotations, final Map<String, Column> metrics, final boolean[] kept) {
        return new Frame(annotations.index(), metrics).with(KEPT, new BooleanColumn(kept, null));
    }

    /** @return the annotations with the metrics in addition */
    static Frame extended(final Frame annotations, final Map<String, Column> metrics) {
        Frame frame = annotations;
        for (final var metric : metrics.entrySet()) {
            frame = frame.with(metric.getKey(), metric.getValue());
        }
        return frame;
    }
}
