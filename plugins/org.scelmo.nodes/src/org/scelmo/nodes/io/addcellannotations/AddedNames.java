package org.scelmo.nodes.io.addcellannotations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.nodes.io.addcellannotations.AddCellAnnotationsParameters.NameClash;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.support.AnnotationBuilder;
import org.scelmo.nodes.support.AnnotationColumns;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;

/**
 * The columns that are added to the data, and how they are called there.
 *
 * @param columns of the table
 * @param obs a name per annotation
 * @param obsm a name per embedding
 */
record AddedNames(AnnotationColumns columns, List<String> obs, List<String> obsm) {

    static AddedNames of(final AddCellAnnotationsParameters parameters, final DataTableSpec table,
        final AnnDataOutline data) throws InvalidSettingsException {
        final var columns = parameters.columns(table);
        return new AddedNames(columns,
            free(table, columns.values(), data.obs().stream().map(ColumnOutline::name).toList(), parameters.m_clash),
            free(table, columns.vectors(), data.obsm().keySet(), parameters.m_clash));
    }

    private static List<String> free(final DataTableSpec table, final int[] columns, final Iterable<String> there,
        final NameClash clash) throws InvalidSettingsException {
        final Set<String> taken = new LinkedHashSet<>();
        there.forEach(taken::add);
        final Set<String> wanted = new LinkedHashSet<>(
            Arrays.stream(columns).mapToObj(c -> table.getColumnSpec(c).getName()).toList());
        if (clash == NameClash.REPLACE) {
            return List.copyOf(wanted);
        }
        final var names = new ArrayList<String>();
        for (final var name : wanted) {
            if (clash == NameClash.FAIL && taken.contains(name)) {
                throw Messages.invalid("The data have '%s' already.".formatted(name),
                    "Rename the column before this node, or do not choose it.",
                    "Set 'If the name is taken' to append number or replace in the dialog.");
            }
            final var others = new LinkedHashSet<>(wanted);
            others.remove(name);
            others.addAll(taken);
            final var free = Tables.uniqueName(name, others);
            taken.add(free);
            names.add(free);
        }
        return names;
    }

    /** @return the data with the columns, as far as known before the table is read */
    AnnDataOutline addTo(final AnnDataOutline data, final DataTableSpec table) {
        AnnDataOutline outline = data;
        if (!obs.isEmpty()) {
            final var added = new ArrayList<ColumnOutline>();
            for (int k = 0; k < obs.size(); k++) {
                added.add(AnnotationBuilder.outline(obs.get(k), table.getColumnSpec(columns.values()[k])));
            }
            outline = outline.withObs(added, note());
        }
        for (final var name : obsm) {
            outline = outline.withObsm(name, AnnDataOutline.UNKNOWN, note());
        }
        return outline;
    }

    /** @return how these came about */
    String note() {
        final var all = new ArrayList<>(obs);
        all.addAll(obsm);
        return "%s by Add Cell Annotations".formatted(String.join(", ", all.stream().map(n -> "'" + n + "'").toList()));
    }
}
