package org.scelmo.core.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

class GeneMatcherTest {

    private static final FeatureEmbedding LIBRARY = new FeatureEmbedding(List.of("TP53", "CD3E", "EMPTY"),
        DenseMatrix.of(new float[][]{{1, 2}, {3, 4}, {0, 0}}, 2), Provenance.unknown());
    private static final String[] GENES = {"CD3E", "XIST", "CD3E", "EMPTY", null, "tp53"};

    @Test
    void matchesExactlyAndCaseSensitively() {
        final var match = GeneMatcher.match(GENES, LIBRARY.names());
        assertArrayEquals(new int[]{1, -1, 1, 2, -1, -1}, match.rowOfGene());
        assertEquals(3, match.matched());
    }

    @Test
    void readsTheVectorsOfMatchedGenesOnly() throws Exception {
        final var vectors = GeneMatcher.match(GENES, LIBRARY.names()).vectors(LIBRARY);
        assertArrayEquals(new float[]{3, 4}, vectors[0]);
        assertNull(vectors[1]);
        assertSame(vectors[0], vectors[2]);
        assertArrayEquals(new float[]{0, 0}, vectors[3]);
        assertNull(vectors[4]);
        assertNull(vectors[5]);
    }

    @Test
    void reportsMissingDuplicatedAndUninformativeGenesAndTheCoveredMass() throws Exception {
        final var match = GeneMatcher.match(GENES, LIBRARY.names());
        final var x = RowBlocks.of(CsrMatrix.fromDense(new float[][]{{1, 2, 0, 3, 0, 0}, {1, 0, 1, 0, 1, 1}}));
        final var sums = GeneSums.of(x, Progress.NONE);
        assertArrayEquals(new double[]{2, 2, 1, 3, 1, 1}, sums);
        final var report = MatchReport.of(GENES, match, match.vectors(LIBRARY), sums);
        assertEquals(new MatchReport(6, 3, List.of("XIST", "(no name)", "tp53"), List.of("CD3E"), List.of("EMPTY"),
            0.6), report);
        assertEquals("3 of 6 genes have a vector (50.0 %), covering 60.0 % of the expression. "
            + "Missing (3): XIST, (no name), tp53. Named more than once (1): CD3E. With a vector of zeros (1): EMPTY.",
            report.summary());
    }

    @Test
    void hasNoCoveredMassWhereSumsAreNegativeOrUnknown() throws Exception {
        final var match = GeneMatcher.match(GENES, LIBRARY.names());
        final var vectors = match.vectors(LIBRARY);
        assertTrue(Double.isNaN(
            MatchReport.of(GENES, match, vectors, new double[]{1, 1, 1, -1, 0, 0}).coveredMass()));
        assertTrue(Double.isNaN(MatchReport.of(GENES, match, vectors, new double[6]).coveredMass()));
        final var unknown = MatchReport.of(GENES, match, vectors, null);
        assertTrue(Double.isNaN(unknown.coveredMass()));
        assertTrue(unknown.summary().startsWith("3 of 6 genes have a vector (50.0 %). Missing"), unknown.summary());
    }

    @Test
    void takesNamesFromTheIndexOrAColumn() {
        final var var = new Frame(new String[]{"a", "b"}, Map.of("symbol",
            new StringColumn(new String[]{"TP53", null})));
        assertArrayEquals(new String[]{"a", "b"}, GeneMatcher.names(var, null));
        assertArrayEquals(new String[]{"TP53", null}, GeneMatcher.names(var, "symbol"));
        final var e = assertThrows(ScelmoException.class, () -> GeneMatcher.names(var, "nope"));
        assertEquals(List.of("Choose one of: symbol."), e.resolutions());
    }

    @Test
    void refusesToGoOnWithoutAGeneInCommon() {
        final var e = assertThrows(NoGeneMatchException.class,
            () -> GeneMatcher.matchOrFail(new String[]{"ENSG00000141510", "ENSG00000198851"}, LIBRARY.names()));
        assertEquals("None of the 2 genes (ENSG00000141510…) has a vector among the 3 of the library (TP53…).",
            e.getMessage());
        assertTrue(e.resolutions().get(0).contains("named by Ensembl ids"), e.resolutions().toString());
        assertEquals(1, GeneMatcher.matchOrFail(new String[]{"TP53"}, LIBRARY.names()).matched());
    }
}
