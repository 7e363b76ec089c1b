package org.scelmo.nodes.visualization.dotplot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.Progress;
import org.scelmo.core.preprocess.GroupExpression;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.view.ViewPage;

/** The dots as a table, one row per gene and group, and as what the page shows. */
final class DotTable {

    static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Gene", StringCell.TYPE),
        Tables.column("Group", StringCell.TYPE), Tables.column("Cells", LongCell.TYPE),
        Tables.column("Fraction expressing", DoubleCell.TYPE), Tables.column("Mean expression", DoubleCell.TYPE));

    private DotTable() {
    }

    /**
     * What the page shows.
     *
     * @param message shown instead; null if there are dots
     * @param dots gene by gene
     */
    record View(String message, List<Dot> dots) {
    }

    /** Expression of a gene in a group. */
    record Dot(String gene, String group, long cells, double fraction, double mean) {
    }

    static BufferedDataTable of(final GroupExpression expression, final int[] genes, final String[] names,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final int groups = expression.groups().size();
        final var ids = new String[genes.length * groups];
        Arrays.setAll(ids, i -> "Row" + i);
        return Tables.build(SPEC, ids, i -> {
            final int gene = genes[i / groups];
            final int group = i % groups;
            return new DataCell[]{new StringCell(names[gene]), new StringCell(expression.groups().get(group)),
                new LongCell(expression.sizes()[group]), new DoubleCell(expression.fraction()[group][gene]),
                new DoubleCell(expression.mean()[group][gene])};
        }, exec, progress);
    }

    static View view(final ViewInput input) {
        final var kept = input.getInternalPortObjects();
        if (kept == null) {
            return new View(ViewPage.EXECUTE_AGAIN, List.of());
        }
        final List<Dot> dots = new ArrayList<>();
        for (final var row : (BufferedDataTable)kept[0]) {
            dots.add(new Dot(row.getCell(0).toString(), row.getCell(1).toString(),
                ((LongValue)row.getCell(2)).getLongValue(), ((DoubleValue)row.getCell(3)).getDoubleValue(),
                ((DoubleValue)row.getCell(4)).getDoubleValue()));
        }
        return new View(dots.isEmpty() ? "No gene tells the groups apart. Name genes in the dialog." : null, dots);
    }
}
