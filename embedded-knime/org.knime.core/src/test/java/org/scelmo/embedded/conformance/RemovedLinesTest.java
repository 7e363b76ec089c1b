package org.scelmo.embedded.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What a diff without places removes from a listing. */
class RemovedLinesTest {

    private static final List<String> LISTING = List.of("a.A class []", "  M x()V [public]", "  M y()V [public]",
        "a.B class []", "  M x()V [public]", "a.C class []", "  M x()V [public]");

    @Test
    void takesALineThatOccursOftenWhereverItCanBe() {
        assertEquals(List.of(1, 4, 6), removed("-  M x()V [public]"));
        assertEquals(List.of(2, 4, 6), removed("-  M y()V [public]", "-  M x()V [public]"));
        assertEquals(List.of(1, 3), removed("-  M x()V [public]", "-a.B class []"));
    }

    @Test
    void ignoresWhatIsOnlyDeprecated() {
        assertEquals(List.of(), removed("-  M y()V [public]", "+  M y()V [public deprecated]"));
        assertEquals(List.of(2), removed("-  M y()V [public]", "+  M y()V [public final]"));
    }

    @Test
    void refusesADiffOfAnotherListing() {
        assertThrows(IllegalArgumentException.class, () -> removed("-  M z()V [public]"));
    }

    private static List<Integer> removed(final String... diff) {
        final var lines = new RemovedLines(LISTING, List.of(diff));
        return IntStream.range(0, LISTING.size()).filter(lines::mayContain).boxed().toList();
    }
}
