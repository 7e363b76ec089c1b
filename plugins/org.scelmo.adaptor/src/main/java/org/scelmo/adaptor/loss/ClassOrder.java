package org.scelmo.adaptor.loss;

import java.util.Arrays;

/** The cells of a batch, class by class: each class is one stretch, and loops over the others need no condition. */
final class ClassOrder {

    private final int[] m_cells;
    private final int[] m_begin;
    private final int[] m_end;

    private ClassOrder(final int[] cells, final int[] begin, final int[] end) {
        m_cells = cells;
        m_begin = begin;
        m_end = end;
    }

    static ClassOrder of(final int[] labels) {
        final int n = labels.length;
        final var offsets = new int[Arrays.stream(labels).max().orElse(0) + 2];
        for (final int label : labels) {
            offsets[label + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        final var next = offsets.clone();
        final var cells = new int[n];
        final var begin = new int[n];
        final var end = new int[n];
        for (int i = 0; i < n; i++) {
            final int place = next[labels[i]]++;
            cells[place] = i;
            begin[place] = offsets[labels[i]];
            end[place] = offsets[labels[i] + 1];
        }
        return new ClassOrder(cells, begin, end);
    }

    /** @return the rows in this order: the same arrays */
    double[][] apply(final double[][] rows) {
        final var ordered = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = rows[m_cells[i]];
        }
        return ordered;
    }

    /** @return where the class of the cell at this place begins */
    int begin(final int place) {
        return m_begin[place];
    }

    /** @return where it ends, exclusive */
    int end(final int place) {
        return m_end[place];
    }
}
