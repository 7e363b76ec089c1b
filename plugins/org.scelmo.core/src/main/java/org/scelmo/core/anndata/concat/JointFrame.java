package org.scelmo.core.anndata.concat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;

/** Annotations of several data as one frame. */
final class JointFrame {

    private JointFrame() {
    }

    /**
     * @param frames annotations of the cells of each of the data
     * @param names new names of all cells
     * @param join which annotations; values that data do not have are missing
     * @return the cells of all, one below the other, annotations in the order of their first appearance
     */
    static Frame ofCells(final List<Frame> frames, final String[] names, final Join join) {
        return below(frames, names, join);
    }

    /**
     * @param frames annotations of the genes of each of the data
     * @return annotations that all data have, and that agree for each joint gene in all data that have the gene
     */
    static Frame ofGenes(final List<Frame> frames, final JointGenes genes) {
        final var index = frames.stream().flatMap(f -> Arrays.stream(f.index())).toArray(String[]::new);
        final var all = below(frames, index, Join.INNER);
        final var rows = genes.firstRows();
        final var targets = genes.targets().stream().flatMapToInt(Arrays::stream).toArray();
        final Map<String, Column> columns = new LinkedHashMap<>();
        all.columns().forEach((name, column) -> {
            if (agree(column, targets, rows)) {
                columns.put(name, column);
            }
        });
        return new Frame(index, columns).select(rows);
    }

    private static boolean agree(final Column column, final int[] targets, final int[] first) {
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] >= 0 && !Objects.equals(column.text(i), column.text(first[targets[i]]))) {
                return false;
            }
        }
        return true;
    }

    private static Frame below(final List<Frame> frames, final String[] index, final Join join) {
        final Set<String> names = new LinkedHashSet<>();
        frames.forEach(frame -> names.addAll(frame.columns().keySet()));
        if (join == Join.INNER) {
            frames.forEach(frame -> names.retainAll(frame.columns().keySet()));
        }
        final var sizes = frames.stream().mapToInt(Frame::size).toArray();
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (final var name : names) {
            columns.put(name, JointColumn.of(frames.stream().map(f -> f.columns().get(name)).toList(), sizes));
        }
        return new Frame(index, columns);
    }
}
