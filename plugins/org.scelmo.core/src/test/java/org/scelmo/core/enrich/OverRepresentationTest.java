package org.scelmo.core.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.enrich.OverRepresentation.Rules;

class OverRepresentationTest {

    private static final Rules ANY = new Rules(1, 1000, false);

    /** g0 to g19. */
    private static final List<String> BACKGROUND = names(0, 20);

    private static List<String> names(final int from, final int to) {
        return IntStream.range(from, to).mapToObj(i -> "g" + i).toList();
    }

    private static GeneSet set(final String name, final String... genes) {
        return new GeneSet(name, "", List.of(genes));
    }

    private static OverRepresentation test(final List<String> genes, final Rules rules, final GeneSet... sets) {
        return OverRepresentation.of(genes, BACKGROUND, List.of(sets), rules, Progress.NONE);
    }

    /** 6 of 20 genes chosen; sets of 5 with 3 of them, of 2 with none. P from scipy 1.10.1, q by hand. */
    @Test
    void comparesEachSetWithWhatChanceGives() {
        final var result =
            test(names(0, 6), ANY, set("none", "g18", "g19"), set("some", "g1", "g3", "g5", "g7", "g9", "elsewhere"));
        final var some = result.sets().get(0);
        assertEquals("some", some.set().name());
        assertEquals(5, some.size(), "a gene outside of the background does not count");
        assertEquals(List.of("g1", "g3", "g5"), some.genes());
        assertEquals(1.5, some.expected(), 1e-12);
        assertEquals(2, some.fold(), 1e-12);
        assertEquals(3.0 * 12 / (2 * 3), some.oddsRatio(), 1e-12);
        assertEquals(0.13132094943240455, some.p(), 1e-12);
        assertEquals(2 * some.p(), some.q(), 1e-12);
        assertEquals(-Math.log10(some.p()), some.minusLog10P(), 1e-12);
        final var none = result.sets().get(1);
        assertEquals(0, none.overlap());
        assertEquals(1, none.p());
        assertEquals(1, none.q());
        assertEquals(0, none.minusLog10P());
    }

    @Test
    void oddsMayBeInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, test(names(0, 6), ANY, set("all", "g1", "g2")).sets().get(0).oddsRatio());
    }

    @Test
    void genesOutsideOfTheBackgroundAreToldAndLeftOut() {
        final var result = test(List.of("g1", "x", "g1", "y", "g2"), ANY, set("s", "g1", "x"));
        assertEquals(List.of("x", "y"), result.outside());
        assertEquals(2, result.genes().size());
        assertEquals(20, result.background());
        assertEquals(List.of("g1"), result.sets().get(0).genes());
    }

    @Test
    void sizesCountInTheBackground() {
        final var rules = new Rules(2, 3, false);
        final var result = test(names(0, 6), rules, set("small", "g1", "x", "y"), set("fits", "g1", "g2"),
            set("large", "g1", "g2", "g3", "g4"));
        assertEquals(List.of("small"), result.tooSmall());
        assertEquals(List.of("large"), result.tooLarge());
        assertEquals(1, result.sets().size());
    }

    @Test
    void caseCountsUnlessItIsIgnored() {
        assertThrows(NothingToTestException.class, () -> test(List.of("G1"), ANY, set("s", "g1")));
        final var result = test(List.of("G1", "g1"), new Rules(1, 10, true), set("s", "g1", "G1"));
        assertEquals(1, result.genes().size());
        assertEquals(1, result.sets().get(0).size());
        assertEquals(List.of("G1"), result.sets().get(0).genes(), "named as in the list");
    }

    /** Rank and q do not suffer where p itself is zero. */
    @Test
    void tinyPValuesKeepTheirOrder() {
        final var all = names(0, 20000);
        final var result = OverRepresentation.of(names(0, 500), all,
            List.of(new GeneSet("most", "", names(10, 510)), new GeneSet("all", "", names(0, 500))), ANY, Progress.NONE);
        assertEquals(List.of("all", "most"), result.sets().stream().map(s -> s.set().name()).toList());
        assertEquals(0, result.sets().get(0).p());
        assertTrue(result.sets().get(0).minusLog10P() > 1000);
        assertFalse(Double.isNaN(result.sets().get(0).q()));
    }

    @Test
    void noGeneEnrichesNothing() {
        final var set = test(List.of(), ANY, set("s", "g1")).sets().get(0);
        assertEquals(1, set.p());
        assertEquals(1, set.q());
        assertEquals(0, set.expected());
        assertTrue(Double.isNaN(set.fold()));
    }

    @Test
    void nothingToTestIsSaid() {
        final var outside = assertThrows(NothingToTestException.class, () -> test(List.of("ENSG1"), ANY, set("s", "g1")));
        assertTrue(outside.getMessage().contains("None of the 1 genes, such as 'ENSG1'"), outside.getMessage());
        assertFalse(outside.resolutions().isEmpty());
        final var none = assertThrows(NothingToTestException.class,
            () -> OverRepresentation.of(List.of("g1"), List.of(), List.of(set("s", "g1")), ANY, Progress.NONE));
        assertEquals("The background has no genes.", none.getMessage());
        final var size = assertThrows(NothingToTestException.class,
            () -> test(List.of("g1"), new Rules(5, 10, false), set("s", "g1")));
        assertTrue(size.getMessage().contains("1 have fewer, 0 have more"), size.getMessage());
    }
}
