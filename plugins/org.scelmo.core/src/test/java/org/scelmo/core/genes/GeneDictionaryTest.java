package org.scelmo.core.genes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.genes.GeneDictionary.Target;

class GeneDictionaryTest {

    private static final List<GeneNames> GENES = List.of(
        GeneNames.of("TP53", "ENSG00000141510.12", null, "p53|LFS1"),
        GeneNames.of("KMT2A", "ENSG00000118058", "\"MLL, MLL1\"", "HRX; CDK6-like"),
        GeneNames.of("CCN3", "ENSG00000136999", "NOV", ""),
        GeneNames.of("NOVA1", "ENSG00000139910", "", "NOV|TWIN"),
        GeneNames.of("LFS1", null, null, null),
        GeneNames.of("OTHER", "ENSG00000000001", null, "TWIN"));

    private static NameMatch symbol(final String name) {
        return new GeneDictionary(GENES, Target.SYMBOL, false).find(name);
    }

    private static NameMatch ensembl(final String name) {
        return new GeneDictionary(GENES, Target.ENSEMBL, false).find(name);
    }

    private static void assertMatch(final MatchKind kind, final String target, final NameMatch match) {
        assertEquals(new NameMatch(kind, target, List.of()), match);
    }

    @Test
    void findsEachKindOfName() {
        assertMatch(MatchKind.SYMBOL, "TP53", symbol("TP53"));
        assertMatch(MatchKind.ALIAS, "TP53", symbol("p53"));
        assertMatch(MatchKind.PREVIOUS, "KMT2A", symbol("MLL1"));
        assertMatch(MatchKind.ALIAS, "KMT2A", symbol("CDK6-like"));
        assertMatch(MatchKind.ENSEMBL, "TP53", symbol("ENSG00000141510"));
        assertMatch(MatchKind.ENSEMBL, "TP53", symbol("ENSG00000141510.17"));
        assertMatch(MatchKind.SYMBOL, "ENSG00000141510", ensembl("TP53"));
        assertMatch(MatchKind.PREVIOUS, "ENSG00000118058", ensembl("MLL"));
        assertMatch(MatchKind.NOT_FOUND, null, symbol("XYZ"));
        assertMatch(MatchKind.NOT_FOUND, null, symbol(null));
        assertMatch(MatchKind.NOT_FOUND, null, symbol(""));
    }

    @Test
    void approvedWinsOverPreviousOverAlias() {
        assertMatch(MatchKind.PREVIOUS, "CCN3", symbol("NOV"));
        assertMatch(MatchKind.SYMBOL, "LFS1", symbol("LFS1"));
    }

    @Test
    void aSymbolWithoutEnsemblIdIsNotTakenForAnAlias() {
        final var match = ensembl("LFS1");
        assertEquals(MatchKind.NO_TARGET, match.kind());
        assertNull(match.target());
    }

    @Test
    void aNameOfTwoGenesIsAmbiguous() {
        assertEquals(new NameMatch(MatchKind.AMBIGUOUS, null, List.of("NOVA1", "OTHER")), symbol("TWIN"));
        final var twice = List.of(GENES.get(0), GeneNames.of("TP53", "ENSG00000141510", null, "p53"));
        assertMatch(MatchKind.ALIAS, "TP53", new GeneDictionary(twice, Target.SYMBOL, false).find("p53"));
    }

    @Test
    void ensemblIdsNeedNoTableToLoseTheirVersion() {
        assertMatch(MatchKind.ENSEMBL, "ENSG00000999999", ensembl("ENSG00000999999.3"));
        assertMatch(MatchKind.ENSEMBL, "ENSMUSG00000059552", ensembl("ENSMUSG00000059552"));
        assertMatch(MatchKind.NOT_FOUND, null, ensembl("ENST00000269305.9"));
        assertMatch(MatchKind.NOT_FOUND, null, symbol("ENSG00000999999.3"));
        // the copy on chromosome Y is another gene
        assertMatch(MatchKind.NOT_FOUND, null, symbol("ENSG00000141510.17_PAR_Y"));
    }

    @Test
    void caseCountsUnlessItIsIgnored() {
        assertMatch(MatchKind.NOT_FOUND, null, symbol("Tp53"));
        final var mouse = new GeneDictionary(
            List.of(GeneNames.of("Cd79a", null, null, null), GeneNames.of("Cd3e", null, null, "CD79A")),
            Target.SYMBOL, true);
        assertMatch(MatchKind.SYMBOL, "Cd3e", mouse.find("CD3E"));
        // exact names of any kind come before names in another case
        assertMatch(MatchKind.ALIAS, "Cd3e", mouse.find("CD79A"));
        assertMatch(MatchKind.SYMBOL, "Cd79a", mouse.find("cD79a"));
    }
}
