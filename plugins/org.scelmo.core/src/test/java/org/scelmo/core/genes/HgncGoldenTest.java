package org.scelmo.core.genes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.GeneSums;
import org.scelmo.core.genes.GeneDictionary.Target;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;

/**
 * The HGNC complete set (43,777 genes) on 2,170 real PBMC whose 33,694 genes bear the symbols and clone names of 2017.
 * Expected numbers: the same rules written independently in Python with dictionaries, sums with NumPy; counts exact,
 * shares of expression within 1e-5 (the reference sums in float32).
 */
class HgncGoldenTest {

    private static Path data(final String name) {
        final var file = Path.of(System.getProperty("scelmo.shared", "../shared"), "data", name);
        Assumptions.assumeTrue(Files.exists(file), "The reference data " + file + " are absent");
        return file;
    }

    private static List<GeneNames> hgnc() throws IOException {
        try (var file = Files.newInputStream(data("gene_text/hgnc_complete_set.txt.gz"));
                var lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            final var heading = Arrays.asList(lines.readLine().split("\t"));
            final int symbol = heading.indexOf("symbol");
            final int ensembl = heading.indexOf("ensembl_gene_id");
            final int previous = heading.indexOf("prev_symbol");
            final int alias = heading.indexOf("alias_symbol");
            return lines.lines().map(line -> line.split("\t", -1))
                .map(cells -> GeneNames.of(cells[symbol], cells[ensembl], cells[previous], cells[alias])).toList();
        }
    }

    private static void check(final Target target, final Map<MatchKind, Integer> counts, final double mass,
        final int conflicts) throws IOException {
        try (var h5ad = H5adFile.open(data("derived/pbmc4k_soupx.h5ad"))) {
            final var pbmc = h5ad.read(Selection.x(), Progress.NONE).data();
            final var names = pbmc.var().index();
            final var mapping = GeneMapping.of(names, new GeneDictionary(hgnc(), target, false));
            assertEquals(counts, mapping.counts());
            final var sums = GeneSums.of(pbmc.x().orElseThrow(), Progress.NONE);
            assertEquals(mass, mapping.coveredMass(sums), 1e-5);
            assertEquals(conflicts, GenePlan.of(names, mapping, ConflictRule.SUM, null).conflicts().size());
        }
    }

    @Test
    void oldSymbolsBecomeApprovedOnes() throws IOException {
        check(Target.SYMBOL, Map.of(MatchKind.SYMBOL, 21_303, MatchKind.PREVIOUS, 943, MatchKind.ALIAS, 126,
            MatchKind.AMBIGUOUS, 4, MatchKind.NOT_FOUND, 11_318), 0.9937895, 25);
    }

    @Test
    void symbolsBecomeEnsemblIds() throws IOException {
        check(Target.ENSEMBL, Map.of(MatchKind.SYMBOL, 21_245, MatchKind.PREVIOUS, 939, MatchKind.ALIAS, 125,
            MatchKind.NO_TARGET, 63, MatchKind.AMBIGUOUS, 4, MatchKind.NOT_FOUND, 11_318), 0.9937193, 26);
    }

    @Test
    void everyApprovedSymbolStaysItself() throws IOException {
        final var genes = hgnc();
        final var dictionary = new GeneDictionary(genes, Target.SYMBOL, false);
        assertEquals(43_777, genes.size());
        for (final var gene : genes) {
            assertEquals(new NameMatch(MatchKind.SYMBOL, gene.symbol(), List.of()), dictionary.find(gene.symbol()));
        }
    }
}
