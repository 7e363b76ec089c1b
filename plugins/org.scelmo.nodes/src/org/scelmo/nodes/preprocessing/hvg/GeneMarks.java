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
import org.scelmo.core.preprocess.StandardizedGenes;
import org.scelmo.core.preprocess.VariableGenes;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;

/**
 * The genes found, and what was measured as annotations of genes, named as scanpy names them.
 *
 * @param genes zero-based positions of the highly variable genes, ascending
 * @param columns an entry per gene of the data
 */
record GeneMarks(int[] genes, Map<String, Column> columns) {

    private static final String MARKS = "highly_variable";
    private static final String BATCHES = "highly_variable_nbatches";

    static List<ColumnOutline> outlines(final boolean takesCounts, final boolean isBatched) {
        final var measured = takesCounts
            ? List.of("highly_variable_rank", "means", "variances", "variances_norm")
            : List.of("means", "dispersions", "dispersions_norm");
        final var outlines = new ArrayList<ColumnOutline>();
        outlines.add(new ColumnOutline(MARKS, Kind.BOOLEAN, List.of()));
        measured.forEach(name -> outlines.add(new ColumnOutline(name, Kind.REAL, List.of())));
        if (isBatched) {
            outlines.add(new ColumnOutline(BATCHES, Kind.INTEGER, List.of()));
        }
        return outlines;
    }

    static GeneMarks of(final VariableGenes found) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(MARKS, new BooleanColumn(found.selected(), null));
        columns.put("means", new RealColumn(found.means()));
        columns.put("dispersions", new RealColumn(found.spread()));
        columns.put("dispersions_norm", new RealColumn(found.normalized()));
        if (found.batches() != null) {
            columns.put(BATCHES, integers(found.batches()));
        }
        return new GeneMarks(found.indices(), columns);
    }

    static GeneMarks of(final StandardizedGenes found, final boolean isBatched) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(MARKS, new BooleanColumn(found.selected(), null));
        columns.put("highly_variable_rank", new RealColumn(found.ranks()));
        columns.put("means", new RealColumn(found.means()));
        columns.put("variances", new RealColumn(found.variances()));
        columns.put("variances_norm", new RealColumn(found.standardized()));
        if (isBatched) {
            columns.put(BATCHES, integers(found.batches()));
        }
        return new GeneMarks(found.indices(), columns);
    }

    private static IntegerColumn integers(final int[] numbers) {
        return new IntegerColumn(Arrays.stream(numbers).asLongStream().toArray(), null);
    }
}
