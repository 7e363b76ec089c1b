package org.scelmo.nodes.insilico.delete;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.insilico.Conditions;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.stats.ComparedGroups;
import org.scelmo.core.stats.MarkerGenes;
import org.scelmo.core.stats.MarkerTest;
import org.scelmo.nodes.support.Warnings;

/** Which genes of the data are deleted one by one: all, the top markers, or those of a list. */
final class GeneChoice {

    private final InSilicoDeleteParameters m_parameters;
    private final Collection<String> m_list;
    private int[] m_listed;

    /** @param table names from the connected table; null if none is connected */
    GeneChoice(final InSilicoDeleteParameters parameters, final Collection<String> table) {
        m_parameters = parameters;
        m_list = table != null ? table
            : parameters.m_genes == InSilicoDeleteParameters.Genes.LIST ? parameters.list() : null;
    }

    /**
     * @param available columns of X that have a vector
     * @param names a name per column of X
     * @param x expression, read once for markers
     * @param conditions the groups
     * @param warnings told which genes of the list are not there
     * @param progress told as X is read
     * @return columns of X
     */
    int[] of(final int[] available, final String[] names, final RowBlocks x, final Conditions conditions,
        final Warnings warnings, final Progress progress) throws IOException {
        if (m_list != null) {
            m_listed = m_listed == null ? listed(available, names, warnings) : m_listed; // warns once
            return m_listed;
        }
        return areMarkers() ? markers(available, x, conditions, progress) : available;
    }

    /** @return how many cells of each group are needed at least: a test needs two */
    int leastCells() {
        return areMarkers() ? 2 : 1;
    }

    private boolean areMarkers() {
        return m_list == null && m_parameters.m_genes == InSilicoDeleteParameters.Genes.MARKERS;
    }

    /** The highest Welch's t first; the t of a gene that does not vary is 0, as in scanpy. */
    private int[] markers(final int[] available, final RowBlocks x, final Conditions conditions,
        final Progress progress) throws IOException {
        final var groups =
            new Groups(conditions.of(), List.of(m_parameters.m_control, m_parameters.m_disease));
        final var compared =
            new ComparedGroups(groups, new int[]{Conditions.DISEASE}, Conditions.CONTROL);
        final var markers = MarkerGenes.find(x, compared, MarkerTest.WELCH_T, progress).get(0);
        final var usable = IntStream.of(available).boxed().collect(Collectors.toSet());
        return IntStream.of(markers.ranking()).filter(usable::contains).limit(m_parameters.m_markers).toArray();
    }

    private int[] listed(final int[] available, final String[] names, final Warnings warnings) {
        final var wanted = new HashSet<>(m_list);
        final var genes = IntStream.of(available).filter(j -> wanted.contains(names[j])).toArray();
        final var found = Arrays.stream(genes).mapToObj(j -> names[j]).collect(Collectors.toSet());
        final var absent = m_list.stream().filter(name -> !found.contains(name)).toList();
        if (genes.length == 0) {
            throw new ScelmoException("None of the %,d genes of the list is in the data and has a vector: %s."
                .formatted(m_list.size(), Warnings.examples(absent)),
                "Check the spelling and that the list and the data name genes alike.", "Set 'Genes' to all.");
        }
        if (!absent.isEmpty()) {
            warnings.add("%,d of %,d genes of the list are not in the data or have no vector: %s.", absent.size(),
                m_list.size(), Warnings.examples(absent));
        }
        return genes;
    }
}
