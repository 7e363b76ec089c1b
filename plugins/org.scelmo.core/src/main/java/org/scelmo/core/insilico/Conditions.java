package org.scelmo.core.insilico;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Column;

/**
 * Which cells are compared.
 *
 * @param of {@link #CONTROL}, {@link #DISEASE} or −1 (left out) per cell; not copied
 */
public record Conditions(int[] of) {

    /** Group of the control cells. */
    public static final int CONTROL = 0;

    /** Group of the disease cells. */
    public static final int DISEASE = 1;

    /**
     * @param column an annotation of the cells
     * @param control its value in the control cells
     * @param disease its value in the disease cells
     * @return the groups; cells with another value or none are left out
     * @throws EmptyGroupException if the values are the same or no cell has one of them
     */
    public static Conditions of(final Column column, final String control, final String disease) {
        if (control.equals(disease)) {
            throw new EmptyGroupException("Control and disease are both '%s'.".formatted(control),
                "Choose two different values of the condition.");
        }
        final var of = new int[column.size()];
        for (int i = 0; i < of.length; i++) {
            final var text = column.text(i);
            of[i] = control.equals(text) ? CONTROL : disease.equals(text) ? DISEASE : -1;
        }
        final var conditions = new Conditions(of);
        conditions.check(control, CONTROL, column);
        conditions.check(disease, DISEASE, column);
        return conditions;
    }

    private void check(final String value, final int group, final Column column) {
        if (count(group) == 0) {
            final var known = IntStream.range(0, column.size()).mapToObj(column::text).filter(t -> t != null).distinct()
                .sorted().limit(20).toList();
            throw new EmptyGroupException("No cell has the condition '%s'.".formatted(value),
                known.isEmpty() ? "Choose another annotation: this one is missing in all cells."
                    : "Choose one of: %s.".formatted(String.join(", ", known)));
        }
    }

    /** @return the number of cells of the group */
    public int count(final int group) {
        return (int)Arrays.stream(of).filter(g -> g == group).count();
    }

    /** @return the number of cells that are left out */
    public int leftOut() {
        return count(-1);
    }

    /** @return the same groups, but only those cells for which the other array holds {@code value} */
    public Conditions within(final int[] other, final int value) {
        return new Conditions(IntStream.range(0, of.length).map(i -> other[i] == value ? of[i] : -1).toArray());
    }
}
