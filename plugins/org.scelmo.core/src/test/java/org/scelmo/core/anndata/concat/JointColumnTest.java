package org.scelmo.core.anndata.concat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;

class JointColumnTest {

    private static final Column TYPES = new CategoricalColumn(new int[]{1, 0}, List.of("T", "B"), false);
    private static final Column WHOLE = new IntegerColumn(new long[]{3, 4}, null);
    private static final Column GAPS = new IntegerColumn(new long[]{5, 6}, new boolean[]{true, false});
    private static final Column REAL = new RealColumn(new double[]{0.5, Double.NaN});
    private static final Column TRUTH = new BooleanColumn(new boolean[]{true, false}, null);
    private static final Column TEXT = new StringColumn(new String[]{null, "x"});

    /** All parts have two rows. */
    private static Column joint(final Column... parts) {
        return JointColumn.of(Arrays.asList(parts), IntStream.generate(() -> 2).limit(parts.length).toArray());
    }

    private static void check(final Class<?> kind, final Column joint, final String... texts) {
        assertInstanceOf(kind, joint);
        assertEquals(Arrays.asList(texts), IntStream.range(0, joint.size()).mapToObj(joint::text).toList());
    }

    @Test
    void categoriesAreUnitedInTheOrderOfTheirAppearance() {
        final var more = new CategoricalColumn(new int[]{0, -1}, List.of("NK", "T", "unused"), false);
        final var joint = (CategoricalColumn)joint(TYPES, null, more);
        check(CategoricalColumn.class, joint, "B", "T", null, null, "NK", null);
        assertEquals(List.of("T", "B", "NK", "unused"), joint.categories());
    }

    @Test
    void theOrderOfCategoriesCountsOnlyIfAllAgree() {
        final var stages = new CategoricalColumn(new int[]{0, 1}, List.of("E7", "E8"), true);
        final var others = new CategoricalColumn(new int[]{0, 1}, List.of("E8", "E9"), true);
        assertEquals(true, ((CategoricalColumn)joint(stages, stages)).ordered());
        assertEquals(false, ((CategoricalColumn)joint(stages, others)).ordered());
        assertEquals(false, ((CategoricalColumn)joint(TYPES, TYPES)).ordered());
    }

    @Test
    void equalKindsStay() {
        check(IntegerColumn.class, joint(WHOLE, GAPS), "3", "4", null, "6");
        check(RealColumn.class, joint(REAL, null), "0.5", null, null, null);
        check(BooleanColumn.class, joint(TRUTH, null), "true", "false", null, null);
        check(StringColumn.class, joint(null, TEXT), null, null, null, "x");
        assertNull(((IntegerColumn)joint(WHOLE, WHOLE)).missing());
    }

    @Test
    void numbersOfBothKindsBecomeReal() {
        check(RealColumn.class, joint(WHOLE, REAL, GAPS), "3.0", "4.0", "0.5", null, null, "6.0");
    }

    @Test
    void otherKindsThatDifferBecomeText() {
        check(StringColumn.class, joint(TYPES, TEXT), "B", "T", null, "x");
        check(StringColumn.class, joint(TRUTH, WHOLE, REAL), "true", "false", "3", "4", "0.5", null);
    }
}
