package org.scelmo.nodes.analysis.markers;

import java.util.stream.IntStream;

import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.stats.ComparedGroups;
import org.scelmo.nodes.analysis.markers.MarkerGenesParameters.Unnamed;
import org.scelmo.nodes.support.Warnings;

/** The groups of cells as the settings ask for them. */
final class ChosenGroups {

    /** Fewer make the normal approximation of the rank sum rough. */
    private static final int FEW = 25;

    private ChosenGroups() {
    }

    static ComparedGroups of(final Column column, final MarkerGenesParameters parameters, final Warnings warnings) {
        final var named = Groups.of(column);
        final var groups = withUnnamed(named, parameters, warnings);
        final var sizes = groups.sizes();
        final int reference =
            parameters.isRest() ? ComparedGroups.REST : position(named, parameters.m_reference, parameters.m_groups);
        final int[] wanted = parameters.isAll()
            ? IntStream.range(0, named.count()).filter(g -> g != reference).toArray()
            : new int[]{position(named, parameters.m_group, parameters.m_groups)};
        if (!parameters.isAll()) {
            return told(new ComparedGroups(groups, wanted, reference), sizes, parameters, warnings);
        }
        final var single = IntStream.of(wanted).filter(g -> sizes[g] < 2).mapToObj(groups.names()::get).toList();
        if (!single.isEmpty()) {
            warnings.add("A single cell cannot be tested: %s have no markers.", Warnings.examples(single));
        }
        final var tested = IntStream.of(wanted).filter(g -> sizes[g] >= 2).toArray();
        return told(new ComparedGroups(groups, tested, reference), sizes, parameters, warnings);
    }

    /** Cells without a value are told, and where they count as others, they become a group that is not compared. */
    private static Groups withUnnamed(final Groups groups, final MarkerGenesParameters parameters,
        final Warnings warnings) {
        final long missing = IntStream.of(groups.of()).filter(g -> g < 0).count();
        if (groups.count() == 0) {
            throw new ScelmoException("No cell has a value of '%s'.".formatted(parameters.m_groups),
                "Choose another annotation in the dialog.");
        } else if (missing == 0) {
            return groups;
        }
        final boolean amongOthers = parameters.isRest() && parameters.m_unnamed == Unnamed.AMONG_OTHERS;
        warnings.add("%,d of %,d cells have no value of '%s' and %s.", missing, groups.cells(), parameters.m_groups,
            amongOthers ? "count among the others" : "take no part");
        return amongOthers ? groups.withOthersAs("") : groups;
    }

    private static ComparedGroups told(final ComparedGroups compared, final int[] sizes,
        final MarkerGenesParameters parameters, final Warnings warnings) {
        final var few = IntStream.of(compared.compared()).filter(g -> sizes[g] <= FEW)
            .mapToObj(compared.groups().names()::get).toList();
        if (!few.isEmpty() && parameters.m_method == MarkerGenesParameters.Method.WILCOXON) {
            warnings.add("Groups of %d cells or fewer have rough p values: %s.", FEW, Warnings.examples(few));
        }
        return compared;
    }

    private static int position(final Groups groups, final String name, final String column) {
        final int position = groups.names().indexOf(name);
        if (position < 0) {
            throw new ScelmoException("No cell has the value '%s' of '%s'; the values are %s.".formatted(name, column,
                Warnings.examples(groups.names())), "Choose another group in the dialog.");
        }
        return position;
    }
}
