package org.scelmo.core.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.CanceledException;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

/**
 * References: scipy 1.10.1 with numpy 1.24.2 ({@code rankdata}, {@code tiecorrect}, {@code norm.sf},
 * {@code ttest_ind(equal_var=False)}; ∞ and NaN of t become ∞ and 0). The genes: mixed, constant, zero, two constants,
 * two constants the other way, with negative values. The last cell has no group.
 */
class MarkerGenesTest {

    private static final float[][] X = {{0, 1, 0, 2, 1, -1}, {1.5f, 1, 0, 2, 1, 0}, {0, 1, 0, 2, 1, 0.5f},
        {2, 1, 0, 2, 1, 2}, {0, 1, 0, 0, 3, -2}, {0.5f, 1, 0, 0, 3, 0}, {1.5f, 1, 0, 0, 3, 1}, {3, 1, 0, 0, 3, 0},
        {3, 1, 0, 0, 3, 0.5f}, {2, 1, 0, 0, 3, -1}, {0, 1, 0, 0, 3, 0}, {9, 9, 9, 9, 9, 9}};

    private static final Groups GROUPS =
        new Groups(new int[]{0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, -1}, List.of("a", "b", "c"));

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static GroupMarkers find(final int group, final int reference, final MarkerTest test) throws IOException {
        return MarkerGenes.find(RowBlocks.of(CsrMatrix.fromDense(X)),
            new ComparedGroups(GROUPS, new int[]{group}, reference), test, Progress.NONE).get(0);
    }

    private static void assertFound(final GroupMarkers found, final double[] scores, final double[] pValues) {
        assertArrayEquals(scores, found.scores(), 1e-14);
        assertArrayEquals(pValues, found.pValues(), 1e-14);
    }

    @Test
    void ranksAmongAllCells() throws IOException {
        assertFound(find(0, ComparedGroups.REST, MarkerTest.WILCOXON),
            new double[]{-0.7559289460184544, 0, 0, 2.6457513110645903, -2.6457513110645903, 0.6614378277661476},
            new double[]{0.4496917979688909, 1, 1, 0.0081509715935027, 0.0081509715935027, 0.5083315735521454});
        assertFound(find(0, ComparedGroups.REST, MarkerTest.WILCOXON_TIE_CORRECTED),
            new double[]{-0.7793044269886354, 0, 0, 3.162277660168379, -3.162277660168379, 0.6802502367624612},
            new double[]{0.4358004074953171, 1, 1, 0.001565402258002548, 0.001565402258002548, 0.4963460280202384});
    }

    @Test
    void ranksWithTheCellsOfTheReference() throws IOException {
        assertFound(find(2, 1, MarkerTest.WILCOXON), new double[]{1.2374368670764582, 0, 0, 0, 0, 0},
            new double[]{0.2159249389401403, 1, 1, 1, 1, 1});
        assertFound(find(2, 1, MarkerTest.WILCOXON_TIE_CORRECTED), new double[]{1.2601440246904172, 0, 0, 0, 0, 0},
            new double[]{0.20761741115484578, 1, 1, 1, 1, 1});
    }

    @Test
    void comparesMeans() throws IOException {
        assertFound(find(0, ComparedGroups.REST, MarkerTest.WELCH_T),
            new double[]{-0.7760516157439051, 0, 0, INFINITY, -INFINITY, 0.8080892247041476},
            new double[]{0.46072246470249667, 1, 1, 0, 0, 0.45428136340369246});
        assertFound(find(2, 1, MarkerTest.WELCH_T), new double[]{1.6, 0, 0, 0, 0, 0.22249707974499236},
            new double[]{0.1739750692591461, 1, 1, 1, 1, 0.8407402063376549});
        assertFound(find(0, ComparedGroups.REST, MarkerTest.WELCH_T_OVERESTIMATED_VARIANCE),
            new double[]{-0.6658331967672301, 0, 0, INFINITY, -INFINITY, 0.7379639321318633},
            new double[]{0.5315429955307233, 1, 1, 0, 0, 0.4897380943218125});
    }

    @Test
    void tellsFractionsFoldChangesAndRanking() throws IOException {
        final var found = find(0, ComparedGroups.REST, MarkerTest.WILCOXON);
        assertEquals(4, found.cells());
        assertEquals(7, found.others());
        assertArrayEquals(new double[]{0.5, 1, 0, 1, 1, 0.75}, found.fractions());
        assertArrayEquals(new double[]{5 / 7.0, 1, 0, 0, 1, 4 / 7.0}, found.otherFractions(), 1e-15);
        assertEquals(0, found.logFoldChanges()[1], 1e-12);
        assertEquals(Math.log((Math.expm1(2) + 1e-9) / 1e-9) / Math.log(2), found.logFoldChanges()[3], 1e-12);
        assertTrue(Double.isNaN(found.logFoldChanges()[5]), "the mean of the others is negative");
        assertArrayEquals(new int[]{3, 5, 1, 2, 0, 4}, found.ranking());
        assertArrayEquals(BenjaminiHochberg.adjust(found.pValues()), found.adjusted());
    }

    /** 2,500 cells, so that there are several blocks; equal values often. */
    @Test
    void memoryAndThreadsDoNotMatter() throws IOException {
        final var random = new Random(5);
        final var dense = new float[2500][40];
        final var of = new int[dense.length];
        for (int i = 0; i < dense.length; i++) {
            of[i] = random.nextInt(6) - 1;
            for (int j = 0; j < 40; j++) {
                dense[i][j] = random.nextInt(4) == 0 ? random.nextInt(9) / 3f : 0;
            }
        }
        final var x = RowBlocks.of(CsrMatrix.fromDense(dense));
        final var groups = new ComparedGroups(new Groups(of, List.of("a", "b", "c", "d", "e")), new int[]{4, 1}, 2);
        for (final var test : MarkerTest.values()) {
            final var whole = new MarkerGenes(groups, test, 1, Integer.MAX_VALUE).find(x, Progress.NONE);
            final var parts = new MarkerGenes(groups, test, 3, 2000).find(x, Progress.NONE);
            for (int g = 0; g < 2; g++) {
                assertArrayEquals(whole.get(g).scores(), parts.get(g).scores());
                assertArrayEquals(whole.get(g).pValues(), parts.get(g).pValues());
                assertArrayEquals(whole.get(g).logFoldChanges(), parts.get(g).logFoldChanges());
            }
        }
    }

    @Test
    void refusesGroupsThatCannotBeCompared() {
        final var single = new Groups(new int[]{0, 0, 0}, List.of("a"));
        assertTrue(refusal(single, new int[]{0}, ComparedGroups.REST).contains("All cells are of the group 'a'"));
        final var few = new Groups(new int[]{0, 0, 1}, List.of("a", "b"));
        assertTrue(refusal(few, new int[]{1}, ComparedGroups.REST).contains("'b' has fewer than two cells"));
        assertTrue(refusal(few, new int[]{0}, 1).contains("'b' has fewer than two cells"));
        assertTrue(refusal(few, new int[]{0}, 0).contains("with itself"));
        assertTrue(refusal(few, new int[0], ComparedGroups.REST).contains("No group"));
    }

    private static String refusal(final Groups groups, final int[] compared, final int reference) {
        final var e =
            assertThrows(UnfitGroupsException.class, () -> new ComparedGroups(groups, compared, reference));
        assertTrue(!e.resolutions().isEmpty());
        return e.getMessage();
    }

    @Test
    void namesTheValueThatIsNoNumber() {
        final var x = CsrMatrix.fromDense(new float[][]{{1, 0}, {0, 1}, {2, Float.NaN}, {1, 1}});
        final var groups = new ComparedGroups(new Groups(new int[]{0, 0, 1, 1}, List.of("a", "b")), new int[]{0}, 1);
        final var e = assertThrows(NonFiniteValueException.class,
            () -> MarkerGenes.find(RowBlocks.of(x), groups, MarkerTest.WILCOXON, Progress.NONE));
        assertEquals(2, e.row());
        assertEquals(1, e.column());
    }

    @Test
    void refusesMoreResultsThanFitTheMemory() {
        final int count = 100_000;
        final var of = IntStream.range(0, 2 * count).map(i -> i / 2).toArray();
        final var names = IntStream.range(0, count).mapToObj(String::valueOf).toList();
        final var all = IntStream.range(0, count).toArray();
        final var groups = new ComparedGroups(new Groups(of, names), all, ComparedGroups.REST);
        final var empty = CsrMatrix.wrap(of.length, 50_000_000, new long[of.length + 1], new int[0], new float[0]);
        assertThrows(UnfitGroupsException.class,
            () -> MarkerGenes.find(RowBlocks.of(empty), groups, MarkerTest.WELCH_T, Progress.NONE));
    }

    @Test
    void stopsWhenCanceled() {
        final var canceled = new Progress() {
            @Override
            public void update(final double fraction, final Supplier<String> message) {
                // nobody looks
            }

            @Override
            public void checkCanceled() {
                throw new CanceledException();
            }
        };
        assertThrows(CanceledException.class, () -> MarkerGenes.find(RowBlocks.of(CsrMatrix.fromDense(X)),
            new ComparedGroups(GROUPS, new int[]{0}, 1), MarkerTest.WILCOXON, canceled));
    }
}
