package org.scelmo.nodes.analysis.enrichment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.scelmo.core.Progress;
import org.scelmo.core.enrich.GeneSet;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.NamedRows;
import org.scelmo.nodes.support.Warnings;

/**
 * The genes that could have been chosen.
 *
 * @param name tells users where they come from
 * @param genes their names
 */
record Background(String name, Collection<String> genes) {

    /** @return the connected genes, or all genes of the sets if none are connected */
    static Background of(final ExecuteInput in, final GeneSetEnrichmentParameters parameters,
        final List<GeneSet> sets, final Warnings warnings, final Progress progress)
        throws IOException, InvalidSettingsException {
        final Set<String> inSets =
            sets.stream().flatMap(set -> set.genes().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (in.getInPortObjects().length <= GeneSetEnrichmentParameters.BACKGROUND) {
            return new Background("all genes of the sets", inSets);
        }
        final var connected = in.getInPortObjects()[GeneSetEnrichmentParameters.BACKGROUND];
        final Background all;
        if (connected instanceof BufferedDataTable table) {
            all = new Background("connected table",
                rows(parameters, table.getDataTableSpec()).read(table, warnings, progress));
        } else {
            final var data = ((AnnDataPortObject)connected).open();
            all = new Background("genes of the connected AnnData",
                Arrays.stream(GeneCoverage.names(data, parameters.m_background)).filter(Objects::nonNull).toList());
        }
        return parameters.m_onlyInSets ? all.within(inSets, parameters) : all;
    }

    /** @return how to read the genes of a connected table */
    static NamedRows rows(final GeneSetEnrichmentParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return new NamedRows(table, parameters.m_background, AnnDataChoices.NONE, "background gene");
    }

    private Background within(final Set<String> inSets, final GeneSetEnrichmentParameters parameters) {
        final var keys = inSets.stream().map(parameters.rules()::key).collect(Collectors.toSet());
        return new Background(name + ", those in a set",
            genes.stream().filter(gene -> keys.contains(parameters.rules().key(gene))).toList());
    }
}
