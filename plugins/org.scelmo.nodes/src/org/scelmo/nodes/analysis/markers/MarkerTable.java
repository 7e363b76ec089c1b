package org.scelmo.nodes.analysis.markers;

import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.stats.GroupMarkers;
import org.scelmo.nodes.analysis.markers.MarkerGenesParameters.Genes;
import org.scelmo.nodes.support.Tables;

/** The markers as a table: group after group, the highest score first. */
final class MarkerTable {

    static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Group", StringCell.TYPE),
        Tables.column("Rank", IntCell.TYPE), Tables.column("Gene", StringCell.TYPE),
        Tables.column("Score", DoubleCell.TYPE), Tables.column("Log2 fold change", DoubleCell.TYPE),
        Tables.column("p", DoubleCell.TYPE), Tables.column("Adjusted p", DoubleCell.TYPE),
        Tables.column("Fraction in group", DoubleCell.TYPE), Tables.column("Fraction in others", DoubleCell.TYPE));

    private final MarkerGenesParameters m_parameters;
    private final String[] m_genes;

    MarkerTable(final MarkerGenesParameters parameters, final String[] genes) {
        m_parameters = parameters;
        m_genes = genes;
    }

    BufferedDataTable write(final List<GroupMarkers> groups, final ExecutionContext exec, final Progress progress) {
        final var container = exec.createDataContainer(SPEC);
        try {
            for (int g = 0; g < groups.size(); g++) {
                final var group = groups.get(g);
                progress.update((double)g / groups.size(),
                    () -> String.format(Locale.ROOT, "Writing markers of '%s'", group.group()));
                final var ranking = group.ranking();
                int kept = 0;
                for (int i = 0; i < ranking.length && !isFull(kept); i++) {
                    if (isKept(group, ranking[i])) {
                        progress.checkCanceled();
                        container.addRowToTable(
                            new DefaultRow("Row" + container.size(), cells(group, ranking[i], i + 1)));
                        kept++;
                    }
                }
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private boolean isFull(final int kept) {
        return m_parameters.m_genes == Genes.MARKERS && kept == m_parameters.m_maxGenes;
    }

    private boolean isKept(final GroupMarkers group, final int gene) {
        return m_parameters.m_genes == Genes.ALL || group.scores()[gene] > 0
            && group.adjusted()[gene] <= m_parameters.m_maxAdjusted
            && !(group.logFoldChanges()[gene] < m_parameters.m_minFoldChange)
            && group.fractions()[gene] >= m_parameters.m_minFraction;
    }

    private DataCell[] cells(final GroupMarkers group, final int gene, final int rank) {
        return new DataCell[]{new StringCell(group.group()), new IntCell(rank), new StringCell(m_genes[gene]),
            new DoubleCell(group.scores()[gene]), number(group.logFoldChanges()[gene]),
            new DoubleCell(group.pValues()[gene]), new DoubleCell(group.adjusted()[gene]),
            new DoubleCell(group.fractions()[gene]), new DoubleCell(group.otherFractions()[gene])};
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
