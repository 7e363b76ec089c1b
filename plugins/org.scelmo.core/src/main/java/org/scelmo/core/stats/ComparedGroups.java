package org.scelmo.core.stats;

import org.scelmo.core.anndata.Groups;

/**
 * Which groups of cells are compared, and with what.
 *
 * @param groups of the cells; cells without a group take no part (see {@link Groups#withOthersAs})
 * @param compared which groups are compared, at least one, each with two cells or more
 * @param reference the group they are compared with, or {@value #REST}
 */
public record ComparedGroups(Groups groups, int[] compared, int reference) {

    /** Stands for all other cells that have a group. */
    public static final int REST = -1;

    /** @throws UnfitGroupsException if there is nothing to compare */
    public ComparedGroups {
        final var sizes = groups.sizes();
        if (compared.length == 0) {
            throw UnfitGroupsException.none();
        }
        for (final int group : compared) {
            check(groups, group, sizes);
            if (group == reference) {
                throw UnfitGroupsException.withItself(groups.names().get(group));
            }
        }
        if (reference != REST) {
            check(groups, reference, sizes);
        } else if (groups.count() < 2) {
            throw UnfitGroupsException.single(groups.names().get(0));
        }
    }

    private static void check(final Groups groups, final int group, final int[] sizes) {
        if (sizes[group] < 2) {
            throw UnfitGroupsException.oneCell(groups.names().get(group));
        }
    }

    /** Whether each group is compared with all other cells. */
    boolean isRest() {
        return reference == REST;
    }

    /** Number of cells that one of the groups compared is compared with. */
    int others(final int group, final int[] sizes) {
        if (!isRest()) {
            return sizes[reference];
        }
        int cells = 0;
        for (final int size : sizes) {
            cells += size;
        }
        return cells - sizes[group];
    }
}
