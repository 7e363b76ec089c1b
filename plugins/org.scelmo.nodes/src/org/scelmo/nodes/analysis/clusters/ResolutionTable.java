package org.scelmo.nodes.analysis.clusters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.cluster.ResolutionScan.Finding;
import org.scelmo.core.metrics.ClusterAgreement;
import org.scelmo.core.metrics.ClusterAgreement.Average;
import org.scelmo.nodes.support.Tables;

/** One row per resolution. */
final class ResolutionTable {

    private static final String BEST = "Best NMI (uses the truth)";

    private ResolutionTable() {
    }

    static DataTableSpec spec(final boolean compared) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(Tables.column("Resolution", DoubleCell.TYPE),
            Tables.column("In output", BooleanCell.TYPE), Tables.column("Clusters", IntCell.TYPE),
            Tables.column("Largest cluster", IntCell.TYPE), Tables.column("Smallest cluster", IntCell.TYPE),
            Tables.column("Modularity", DoubleCell.TYPE)));
        if (compared) {
            columns.addAll(List.of(Tables.column("NMI", DoubleCell.TYPE), Tables.column("ARI", DoubleCell.TYPE),
                Tables.column(BEST, BooleanCell.TYPE)));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /**
     * @param findings the first is that of the output
     * @param truth groups to compare with, null for none
     */
    static BufferedDataTable write(final List<Finding> findings, final Groups truth, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var agreements = truth == null ? null : findings.stream()
            .map(f -> ClusterAgreement.of(truth, f.communities())).toList();
        final int best = truth == null ? -1 : best(agreements);
        final var ids = findings.stream().map(f -> "Resolution " + f.resolution()).toArray(String[]::new);
        return Tables.build(spec(truth != null), ids, i -> {
            final var cells = cells(findings.get(i), i == 0);
            if (truth != null) {
                cells.add(new DoubleCell(agreements.get(i).normalizedMutualInformation(Average.ARITHMETIC)));
                cells.add(new DoubleCell(agreements.get(i).adjustedRandIndex()));
                cells.add(BooleanCellFactory.create(i == best));
            }
            return cells.toArray(DataCell[]::new);
        }, exec, progress);
    }

    private static List<DataCell> cells(final Finding finding, final boolean first) {
        final var sizes = finding.communities().sizes();
        return new ArrayList<>(List.of(new DoubleCell(finding.resolution()), BooleanCellFactory.create(first),
            new IntCell(sizes.length), new IntCell(Arrays.stream(sizes).max().orElse(0)),
            new IntCell(Arrays.stream(sizes).min().orElse(0)), new DoubleCell(finding.modularity())));
    }

    /** The first of the best. */
    private static int best(final List<ClusterAgreement> agreements) {
        int best = 0;
        for (int i = 1; i < agreements.size(); i++) {
            if (agreements.get(i).normalizedMutualInformation(Average.ARITHMETIC) > agreements.get(best)
                .normalizedMutualInformation(Average.ARITHMETIC)) {
                best = i;
            }
        }
        return best;
    }
}
