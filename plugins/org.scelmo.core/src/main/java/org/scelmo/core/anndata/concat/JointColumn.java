package org.scelmo.core.anndata.concat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;

/**
 * Columns of the same name one below the other. Kinds that differ become real numbers if all are numbers, text
 * otherwise. Categories are put together in the order of their first appearance; their order keeps its meaning only if
 * all columns agree on it.
 */
final class JointColumn {

    private final List<Column> m_parts;
    private final int[] m_sizes;
    private final int m_size;

    private JointColumn(final List<Column> parts, final int[] sizes) {
        m_parts = parts;
        m_sizes = sizes;
        m_size = Arrays.stream(sizes).sum();
    }

    /**
     * @param parts from above to below, null where there is no such column and all values are missing; not all null
     * @param sizes number of rows of each
     */
    static Column of(final List<Column> parts, final int[] sizes) {
        final var joint = new JointColumn(parts, sizes);
        if (joint.all(CategoricalColumn.class)) {
            return joint.categories();
        } else if (joint.all(BooleanColumn.class)) {
            return joint.booleans();
        } else if (joint.all(IntegerColumn.class)) {
            return joint.integers();
        } else if (joint.all(IntegerColumn.class, RealColumn.class)) {
            return joint.reals();
        }
        return joint.texts();
    }

    private boolean all(final Class<?>... kinds) {
        return m_parts.stream().filter(Objects::nonNull)
            .allMatch(part -> Arrays.stream(kinds).anyMatch(kind -> kind.isInstance(part)));
    }

    /** Takes a value that is not missing. */
    private interface Values<C extends Column> {
        void take(C part, int from, int to);
    }

    /** Visits the values that are there, and tells which are missing. */
    @SuppressWarnings("unchecked") // the caller knows the kind of all parts
    private <C extends Column> boolean[] visit(final Values<C> values) {
        final var missing = new boolean[m_size];
        int row = 0;
        for (int i = 0; i < m_sizes.length; i++) {
            final var part = (C)m_parts.get(i);
            for (int j = 0; j < m_sizes[i]; j++, row++) {
                missing[row] = part == null || part.isMissing(j);
                if (!missing[row]) {
                    values.take(part, j, row);
                }
            }
        }
        return missing;
    }

    private static boolean[] orNull(final boolean[] missing) {
        for (final boolean is : missing) {
            if (is) {
                return missing;
            }
        }
        return null;
    }

    private Column categories() {
        final Map<String, Integer> codeOf = new LinkedHashMap<>();
        final var codes = new int[m_size];
        Arrays.fill(codes, -1);
        m_parts.stream().filter(Objects::nonNull).forEach(part -> ((CategoricalColumn)part).categories()
            .forEach(category -> codeOf.putIfAbsent(category, codeOf.size())));
        this.<CategoricalColumn> visit((part, from, to) -> codes[to] = codeOf.get(part.text(from)));
        final var categories = List.copyOf(codeOf.keySet());
        final boolean ordered = m_parts.stream().filter(Objects::nonNull).map(CategoricalColumn.class::cast)
            .allMatch(part -> part.ordered() && part.categories().equals(categories));
        return new CategoricalColumn(codes, categories, ordered);
    }

    private Column booleans() {
        final var joint = new boolean[m_size];
        final var missing = this.<BooleanColumn> visit((part, from, to) -> joint[to] = part.values()[from]);
        return new BooleanColumn(joint, orNull(missing));
    }

    private Column integers() {
        final var joint = new long[m_size];
        final var missing = this.<IntegerColumn> visit((part, from, to) -> joint[to] = part.values()[from]);
        return new IntegerColumn(joint, orNull(missing));
    }

    private Column reals() {
        final var joint = new double[m_size];
        Arrays.fill(joint, Double.NaN);
        visit((part, from, to) -> joint[to] = part instanceof IntegerColumn whole ? whole.values()[from]
            : ((RealColumn)part).values()[from]);
        return new RealColumn(joint);
    }

    private Column texts() {
        final var joint = new String[m_size];
        visit((part, from, to) -> joint[to] = part.text(from));
        return new StringColumn(joint);
    }
}
