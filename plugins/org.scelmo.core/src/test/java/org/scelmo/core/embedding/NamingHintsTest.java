package org.scelmo.core.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class NamingHintsTest {

    private static final List<String> SYMBOLS = List.of("TP53", "CD79A", "CD3E");
    private static final List<String> IDS = List.of("ENSG00000141510", "ENSG00000105369");

    @Test
    void tellsEnsemblIdsFromSymbols() {
        assertHint("choose the column of var that holds gene symbols", IDS, SYMBOLS);
        assertHint("choose the column of var that holds Ensembl ids", SYMBOLS, IDS);
        assertHint("named by numbers", List.of("7157", "973"), SYMBOLS);
    }

    @Test
    void seesMouseSymbolsAndVersionSuffixes() {
        assertHint("3 genes would match if upper and lower case were the same (Trp53)",
            List.of("Trp53", "Cd79a", "Cd3e"), List.of("TRP53", "CD79A", "CD3E"));
        assertHint("2 genes would match without their version suffix (ENSG00000141510.17)",
            List.of("ENSG00000141510.17", "ENSG00000105369.5"), IDS);
    }

    @Test
    void saysNothingWhereNamesMatchOrNothingHelps() {
        assertEquals(List.of(), NamingHints.of(SYMBOLS.toArray(String[]::new), SYMBOLS));
        assertEquals(List.of(), NamingHints.of(new String[]{"foo", null}, SYMBOLS));
        assertEquals(List.of(), NamingHints.of(new String[0], List.of()));
    }

    private static void assertHint(final String part, final List<String> genes, final List<String> names) {
        final var hints = NamingHints.of(genes.toArray(String[]::new), names);
        assertEquals(1, hints.size(), hints.toString());
        assertTrue(hints.get(0).contains(part), hints.get(0));
    }
}
