package org.scelmo.core.anndata.concat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class JointGenesTest {

    private static JointGenes joint(final Join join, final String... genes) {
        return JointGenes.of(Arrays.stream(genes).map(g -> g.isEmpty() ? new String[0] : g.split(" ")).toList(),
            IntStream.range(0, genes.length).mapToObj(i -> "data " + i).toList(), join);
    }

    @Test
    void commonGenesKeepTheOrderOfTheFirstData() {
        final var genes = joint(Join.INNER, "d b c a", "a b d", "x d a");
        assertArrayEquals(new String[]{"d", "a"}, genes.names());
        assertArrayEquals(new int[]{0, -1, -1, 1}, genes.targets().get(0));
        assertArrayEquals(new int[]{1, -1, 0}, genes.targets().get(1));
        assertArrayEquals(new int[]{-1, 0, 1}, genes.targets().get(2));
        assertArrayEquals(new int[]{0, 3}, genes.firstRows());
    }

    @Test
    void allGenesKeepTheOrderOfTheirAppearance() {
        final var genes = joint(Join.OUTER, "d b", "a b", "x d");
        assertArrayEquals(new String[]{"d", "b", "a", "x"}, genes.names());
        assertArrayEquals(new int[]{2, 1}, genes.targets().get(1));
        assertArrayEquals(new int[]{0, 1, 2, 4}, genes.firstRows());
    }

    @Test
    void equalListsMayRepeatNames() {
        for (final var join : Join.values()) {
            final var genes = joint(join, "a a b", "a a b");
            assertArrayEquals(new String[]{"a", "a", "b"}, genes.names());
            assertEquals(2, genes.targets().stream().filter(t -> Arrays.equals(t, new int[]{0, 1, 2})).count());
        }
    }

    @Test
    void repeatedNamesAreRefusedOtherwise() {
        final var e = assertThrows(UnfitDataException.class, () -> joint(Join.INNER, "a b", "b c b"));
        assertTrue(e.getMessage().contains("'b'") && e.getMessage().contains("'data 1'"), e.getMessage());
        assertTrue(e.resolutions().get(0).contains("Map Gene Identifiers"));
    }

    @Test
    void genesWithoutCommonNamesAreRefused() {
        final var e = assertThrows(UnfitDataException.class, () -> joint(Join.INNER, "CD4 CD8A", "ENSG01"));
        assertTrue(e.getMessage().contains("'CD4'") && e.getMessage().contains("'ENSG01'"), e.getMessage());
        assertTrue(e.resolutions().get(0).contains("Map Gene Identifiers"));
        assertEquals(3, joint(Join.OUTER, "CD4 CD8A", "ENSG01").size());
        assertThrows(UnfitDataException.class, () -> joint(Join.INNER, "a", ""));
    }
}
