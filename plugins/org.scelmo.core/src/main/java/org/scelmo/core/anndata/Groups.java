package org.scelmo.core.anndata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;


/**
 * Which group each cell belongs to: a cell type, a batch or a cluster.
 *
 * @param of group of each cell, or −1 for a cell without one
 * @param names of the groups; each has at least one cell
 */
public record Groups(int[] of, List<String> names) {

    public Groups {
        names = List.copyOf(names);
    }

    /**
     * @param column any annotation; numbers are groups by their text
     * @return its values as groups, in the order of the categories, or else of first appearance; values that no cell
     *         has are left out
     */
    public static Groups of(final Column column) {
        if (column instanceof CategoricalColumn categorical) {
            final var all = new int[column.size()];
            Arrays.setAll(all, i -> i);
            return new Groups(categorical.codes(), categorical.categories()).select(all);
        }
        final var found = new LinkedHashMap<String, Integer>();
        final var of = new int[column.size()];
        for (int i = 0; i < of.length; i++) {
            final var text = column.text(i);
            of[i] = text == null ? -1 : found.computeIfAbsent(text, t -> found.size());
        }
        return new Groups(of, List.copyOf(found.keySet()));
    }

    /**
     * @param name of the new group, the last one
     * @return the same, and the cells without a group as one of their own
     */
    public Groups withOthersAs(final String name) {
        final var more = new ArrayList<>(names);
        more.add(name);
        return new Groups(Arrays.stream(of).map(g -> g < 0 ? names.size() : g).toArray(), more);
    }

    /** @return number of cells, with and without a group */
    public int cells() {
        return of.length;
    }

    /** @return number of groups */
    public int count() {
        return names.size();
    }

    /** @return number of cells of each group */
    public int[] sizes() {
        final var sizes = new int[count()];
        for (final var g : of) {
            if (g >= 0) {
                sizes[g]++;
            }
        }
        return sizes;
    }

    /** @return zero-based positions of a group's cells, ascending */
    public int[] members(final int group) {
        final var members = new int[sizes()[group]];
        int n = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] == group) {
                members[n++] = i;
            }
        }
        return members;
    }

    /**
     * @param cells zero-based positions
     * @return the groups of these cells only; groups that none of them has are left out
     */
    public Groups select(final int[] cells) {
        final var position = new int[count()];
        Arrays.fill(position, -1);
        for (final var cell : cells) {
            if (of[cell] >= 0) {
                position[of[cell]] = 0;
            }
        }
        final var kept = new ArrayList<String>();
        for (int g = 0; g < position.length; g++) {
            if (position[g] == 0) {
                position[g] = kept.size();
                kept.add(names.get(g));
            }
        }
        return new Groups(Arrays.stream(cells).map(c -> of[c] < 0 ? -1 : position[of[c]]).toArray(), kept);
    }
}
