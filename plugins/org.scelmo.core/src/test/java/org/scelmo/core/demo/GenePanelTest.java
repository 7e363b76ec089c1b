package org.scelmo.core.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

class GenePanelTest {

    @Test
    void everyProgramHasGenesAndNoGeneComesTwice() {
        final var programs = EnumSet.noneOf(Program.class);
        final var symbols = new HashSet<String>();
        for (final var gene : GenePanel.load()) {
            programs.addAll(gene.programs());
            assertTrue(symbols.add(gene.symbol()), gene.symbol());
            assertTrue(gene.ensemblId().matches("ENSG\\d{11}"), gene.symbol());
        }
        assertEquals(EnumSet.allOf(Program.class), programs);
    }

    @Test
    void symbolsAreApprovedByHgnc() throws Exception {
        final var hgnc = Path.of(System.getProperty("scelmo.shared", "none"),
            "data/gene_text/hgnc_complete_set.txt.gz");
        assumeTrue(Files.isRegularFile(hgnc), "the reference data folder is absent");
        final var ensemblOfSymbol = new HashMap<String, String>();
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(hgnc)),
            StandardCharsets.UTF_8))) {
            in.lines().map(line -> line.split("\t")).filter(fields -> fields.length > 19 && fields[5].equals("Approved"))
                .forEach(fields -> ensemblOfSymbol.put(fields[1], fields[19]));
        }
        for (final var gene : GenePanel.load()) {
            assertEquals(gene.ensemblId(), ensemblOfSymbol.get(gene.symbol()), gene.symbol());
        }
    }
}
