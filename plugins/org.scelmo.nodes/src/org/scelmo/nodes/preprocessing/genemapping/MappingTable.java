package org.scelmo.nodes.preprocessing.genemapping;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.genes.GeneDictionary;
import org.scelmo.core.genes.GeneNames;
import org.scelmo.nodes.preprocessing.genemapping.MapGeneIdentifiersParameters.Target;
import org.scelmo.nodes.support.RowNames;

/** Reads the table of genes. */
final class MappingTable {

    private static final int ROWS_PER_REPORT = 1000;

    private MappingTable() {
    }

    static List<GeneNames> read(final BufferedDataTable table, final MapGeneIdentifiersParameters parameters,
        final Progress progress) throws InvalidSettingsException {
        final var spec = table.getDataTableSpec();
        parameters.check(spec);
        final var symbols = RowNames.of(spec, parameters.m_symbol, "symbol");
        final int ensembl = MapGeneIdentifiersParameters.column(spec, parameters.m_ensembl, "Ensembl id");
        final int previous = MapGeneIdentifiersParameters.column(spec, parameters.m_previous, "previous symbol");
        final int alias = MapGeneIdentifiersParameters.column(spec, parameters.m_alias, "alias");
        final List<GeneNames> genes = new ArrayList<>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                if (genes.size() % ROWS_PER_REPORT == 0) {
                    progress.checkCanceled();
                    progress.update((double)genes.size() / table.size(), () -> "Reading the table of genes");
                }
                final var row = rows.next();
                genes.add(GeneNames.of(symbols.of(row), text(row, ensembl), text(row, previous), text(row, alias)));
            }
        }
        if (genes.isEmpty()) {
            throw new ScelmoException("The table of genes has no rows.",
                "Check the node that reads it.");
        }
        return genes;
    }

    private static String text(final DataRow row, final int column) {
        return column < 0 || row.getCell(column).isMissing() ? null
            : ((StringValue)row.getCell(column)).getStringValue();
    }

    static GeneDictionary dictionary(final List<GeneNames> genes, final MapGeneIdentifiersParameters parameters) {
        return new GeneDictionary(genes, parameters.m_target == Target.SYMBOL ? GeneDictionary.Target.SYMBOL
            : GeneDictionary.Target.ENSEMBL, parameters.m_ignoreCase);
    }
}
