package org.scelmo.nodes.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;

class TablesTest {

    @Test
    void uniqueNamesStayAsTheyAre() {
        final var names = new String[]{"a", "b"};
        assertSame(names, Tables.uniqueIds(names));
    }

    @Test
    void laterNamesGetANumberThatIsFree() {
        assertArrayEquals(new String[]{"a", "a (#2)", "a (#1)", "a (#3)"},
            Tables.uniqueIds(new String[]{"a", "a", "a (#1)", "a"}));
    }

    @Test
    void anyNamesBecomeUniqueAndFirstOnesAreKept() {
        final var random = new Random(7);
        for (int run = 0; run < 1000; run++) {
            final var names = new String[1 + random.nextInt(12)];
            Arrays.setAll(names, i -> "ab".charAt(random.nextInt(2)) + (random.nextInt(3) == 0 ? " (#1)" : ""));
            final var unique = Tables.uniqueIds(names);
            assertEquals(names.length, new HashSet<>(List.of(unique)).size(), Arrays.toString(names));
            for (int i = 0; i < names.length; i++) {
                if (Arrays.asList(names).indexOf(names[i]) == i) {
                    assertEquals(names[i], unique[i], Arrays.toString(names));
                }
            }
        }
    }

    @Test
    void manyEqualNamesAreNumberedOneByOne() {
        final var names = new String[200_000];
        Arrays.fill(names, "cell");
        assertEquals("cell (#199999)", Tables.uniqueIds(names)[199_999]);
    }

    @Test
    void columnsGetFreeNames() {
        assertEquals("x (#2)", Tables.uniqueName("x", List.of("x", "x (#1)", "y")));
        assertEquals("z", Tables.uniqueName("z", List.of("x")));
    }

    @Test
    void namesThatDifferOnlyInBlanksAreToldApart() {
        final var spec = Tables.spec(Stream.of("T", "T ", " ", "", "T (#1)")
            .map(name -> Tables.column(name, StringCell.TYPE)).toList());
        assertArrayEquals(new String[]{"T", "T (#1)", "(no name)", "(no name) (#1)", "T (#1) (#1)"},
            spec.getColumnNames());
    }

    @Test
    void warningsNameAFewExamples() {
        assertEquals("'a', 'b'", Warnings.examples(List.of("a", "b")));
        final var many = new ArrayList<>(List.of("a", "b", "c"));
        many.addAll(Collections.nCopies(1000, "d"));
        assertEquals("'a', 'b', 'c' and 1,000 more", Warnings.examples(many));
    }
}
