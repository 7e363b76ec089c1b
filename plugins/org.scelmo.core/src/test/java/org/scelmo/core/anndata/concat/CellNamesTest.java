package org.scelmo.core.anndata.concat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.concat.CellNames.Rule;

class CellNamesTest {

    private static final List<String> DATA = List.of("x", "y");
    private static final List<String[]> DIFFERENT = List.of(new String[]{"a", "b"}, new String[]{"c"});
    private static final List<String[]> SHARED = List.of(new String[]{"a", "b"}, new String[]{"c", "a"});
    private static final List<String[]> WITHIN = List.of(new String[]{"a", "a"}, new String[]{"c"});

    private static void check(final CellNames names, final boolean extended, final String... expected) {
        assertArrayEquals(expected, names.names());
        assertEquals(extended, names.extended());
    }

    @Test
    void theNameOfTheDataIsAppendedToAllNamesIfOneIsInSeveralData() {
        check(CellNames.of(DIFFERENT, DATA, Rule.IF_REPEATED), false, "a", "b", "c");
        check(CellNames.of(SHARED, DATA, Rule.IF_REPEATED), true, "a-x", "b-x", "c-y", "a-y");
    }

    @Test
    void itCanBeAppendedAlways() {
        check(CellNames.of(DIFFERENT, DATA, Rule.ALWAYS), true, "a-x", "b-x", "c-y");
    }

    @Test
    void withoutItNamesMustBeUnique() {
        check(CellNames.of(DIFFERENT, DATA, Rule.NEVER), false, "a", "b", "c");
        final var e = assertThrows(UnfitDataException.class, () -> CellNames.of(SHARED, DATA, Rule.NEVER));
        assertTrue(e.getMessage().contains("'a'"), e.getMessage());
        assertThrows(UnfitDataException.class, () -> CellNames.of(WITHIN, DATA, Rule.NEVER));
    }

    @Test
    void namesThatRepeatWithinDataStayAndAreTold() {
        final var names = CellNames.of(WITHIN, DATA, Rule.IF_REPEATED);
        check(names, false, "a", "a", "c");
        assertEquals(List.of("a"), names.repeated());
        assertEquals(List.of("a-x"), CellNames.of(WITHIN, DATA, Rule.ALWAYS).repeated());
    }
}
