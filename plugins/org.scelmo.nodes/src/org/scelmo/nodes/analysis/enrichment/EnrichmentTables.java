package org.scelmo.nodes.analysis.enrichment;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.enrich.EnrichedSet;
import org.scelmo.core.enrich.OverRepresentation;
import org.scelmo.core.enrich.OverRepresentation.Rules;
import org.scelmo.nodes.support.Tables;

/** Both output tables. */
final class EnrichmentTables {

    static final DataTableSpec SETS = new DataTableSpec(Tables.column("Gene set", StringCell.TYPE),
        Tables.column("Description", StringCell.TYPE), Tables.column("Overlap", IntCell.TYPE),
        Tables.column("Set size", IntCell.TYPE), Tables.column("Expected", DoubleCell.TYPE),
        Tables.column("Fold", DoubleCell.TYPE), Tables.column("Odds ratio", DoubleCell.TYPE),
        Tables.column("p", DoubleCell.TYPE), Tables.column("-log10 p", DoubleCell.TYPE),
        Tables.column("q", DoubleCell.TYPE), Tables.column("Genes", StringCell.TYPE),
        Tables.column("List size", IntCell.TYPE), Tables.column("Background size", IntCell.TYPE),
        Tables.column("Background", StringCell.TYPE));

    static final DataTableSpec GENES = new DataTableSpec(Tables.column("Gene", StringCell.TYPE),
        Tables.column("In background", BooleanCell.TYPE), Tables.column("Gene sets", IntCell.TYPE));

    private final OverRepresentation m_result;
    private final String m_background;
    private final Rules m_rules;

    EnrichmentTables(final OverRepresentation result, final String background, final Rules rules) {
        m_result = result;
        m_background = background;
        m_rules = rules;
    }

    BufferedDataTable sets(final ExecutionContext exec, final Progress progress) throws IOException {
        final var sets = m_result.sets();
        final var ids = sets.stream().map(s -> s.set().name()).toArray(String[]::new);
        return Tables.build(SETS, ids, i -> row(sets.get(i)), exec, progress);
    }

    private DataCell[] row(final EnrichedSet s) {
        return new DataCell[]{new StringCell(s.set().name()), new StringCell(s.set().description()),
            new IntCell(s.overlap()), new IntCell(s.size()), new DoubleCell(s.expected()), number(s.fold()),
            number(s.oddsRatio()), new DoubleCell(s.p()), new DoubleCell(s.minusLog10P()), new DoubleCell(s.q()),
            new StringCell(String.join(", ", s.genes())), new IntCell(m_result.genes().size()),
            new IntCell(m_result.background()), new StringCell(m_background)};
    }

    BufferedDataTable genes(final Collection<String> chosen, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final var names = List.copyOf(chosen);
        final Map<String, Integer> sets = new HashMap<>();
        m_result.sets().forEach(s -> s.genes().forEach(gene -> sets.merge(m_rules.key(gene), 1, Integer::sum)));
        return Tables.build(GENES, names.toArray(String[]::new), i -> {
            final var key = m_rules.key(names.get(i));
            return new DataCell[]{new StringCell(names.get(i)),
                BooleanCellFactory.create(m_result.genes().containsKey(key)), new IntCell(sets.getOrDefault(key, 0))};
        }, exec, progress);
    }

    private static DataCell number(final double number) {
        return Double.isFinite(number) ? new DoubleCell(number) : DataType.getMissingCell();
    }
}
