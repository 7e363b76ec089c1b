package org.scelmo.nodes.preprocessing.hvg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.preprocess.VariableGenes;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;

/** What was found as annotations of genes, named as scanpy names them. */
final class GeneStatistics {

    private static final String BATCHES = "highly_variable_nbatches";

    private GeneStatistics() {
    }

    static List<ColumnOutline> outlines(final boolean isBatched) {
        final var outlines = new ArrayList<>(List.of(column("highly_variable", Kind.BOOLEAN),
            column("means", Kind.REAL), column("dispersions", Kind.REAL), column("dispersions_norm", Kind.REAL)));
        if (isBatched) {
            outlines.add(column(BATCHES, Kind.INTEGER));
        }
        return outlines;
    }

    private static ColumnOutline column(final String name, final Kind kind) {
        return new ColumnOutline(name, kind, List.of());
    }

    static Map<String, Column> columns(final VariableGenes found) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("highly_variable", new BooleanColumn(found.selected(), null));
        columns.put("means", new RealColumn(found.means()));
        columns.put("dispersions", new RealColumn(found.spread()));
        columns.put("dispersions_norm", new RealColumn(found.normalized()));
        if (found.batches() != null) {
            columns.put(BATCHES, new IntegerColumn(Arrays.stream(found.batches()).asLongStream().toArray(), null));
        }
        return columns;
    }
}
