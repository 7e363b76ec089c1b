package org.scelmo.core.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The genes of the simulation: approved human symbols, their Ensembl ids and the programs they belong to. */
final class GenePanel {

    /**
     * @param programs at least one
     * @param isHigh whether it is known to be strongly expressed where it is on at all
     */
    record Gene(String symbol, String ensemblId, List<Program> programs, boolean isHigh) {

        boolean isMeasured() {
            return !programs.contains(Program.NOT_MEASURED);
        }

        boolean isEverywhere() {
            return programs.stream().anyMatch(Program::isEverywhere);
        }
    }

    private GenePanel() {
    }

    /** @return all genes in alphabetical order, those that are not measured included */
    static List<Gene> load() {
        final var genes = new ArrayList<Gene>();
        try (var in = new BufferedReader(new InputStreamReader(
            Objects.requireNonNull(GenePanel.class.getResourceAsStream("genes.tsv")), StandardCharsets.UTF_8))) {
            in.readLine(); // the header
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                final var fields = line.split("\t");
                final var programs = Arrays.stream(fields[2].split(";")).map(Program::parse).toList();
                genes.add(new Gene(fields[0], fields[1], programs, fields[3].equals("high")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The gene list of the simulation is part of this bundle.", e);
        }
        return genes;
    }
}
