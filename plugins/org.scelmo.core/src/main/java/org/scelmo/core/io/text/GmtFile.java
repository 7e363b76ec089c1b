package org.scelmo.core.io.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.scelmo.core.Progress;
import org.scelmo.core.enrich.GeneSet;

/**
 * A file of gene sets in GMT form, plain or gzipped: a line has a name, a description and genes, separated by tabs.
 * Blank lines and those that begin with # are skipped; a gene may carry a weight after a comma, which does not count.
 *
 * @param sets in the order of the file; each gene of a set once
 * @param empty names of sets without genes, which are left out
 * @param repeated how many genes came again within their set
 * @param copies names of sets that came again with the same genes, which are left out
 */
public record GmtFile(List<GeneSet> sets, List<String> empty, int repeated, List<String> copies) {

    private static final int CHECK_EVERY = 1024;

    private static final Pattern WEIGHT = Pattern.compile(",[-+]?[0-9.]+([eE][-+]?[0-9]+)?$");

    private static final String FORM = "Separate name, description and genes by tabs, one set in each line, as in the "
        + "GMT files of MSigDB.";

    /**
     * @param path the file
     * @param progress told as lines are read
     * @return its sets
     * @throws IOException if it cannot be read
     * @throws MalformedTextException if a line is not as it should be, two sets bear a name, or there is no set
     */
    public static GmtFile read(final Path path, final Progress progress) throws IOException {
        final var reader = new Reader();
        try (var lines = TextLines.open(path)) {
            while (lines.next()) {
                if (lines.line() % CHECK_EVERY == 1) {
                    final long line = lines.line();
                    progress.checkCanceled();
                    progress.update(lines.fraction(), () -> "Reading gene sets, line %,d".formatted(line));
                }
                if (!lines.isBlank() && lines.bytes()[lines.from()] != '#') {
                    reader.add(lines);
                }
            }
        }
        if (reader.m_sets.isEmpty()) {
            throw new MalformedTextException(path, 0, "there is no gene set with genes in the file.", FORM,
                "Choose another file.");
        }
        return new GmtFile(List.copyOf(reader.m_sets.values()), List.copyOf(reader.m_empty), reader.m_repeated,
            List.copyOf(reader.m_copies));
    }

    /** What was read so far. */
    private static final class Reader {

        private final Map<String, GeneSet> m_sets = new LinkedHashMap<>();
        private final Map<String, Long> m_lines = new LinkedHashMap<>();
        private final List<String> m_empty = new ArrayList<>();
        private final List<String> m_copies = new ArrayList<>();
        private int m_repeated;

        void add(final TextLines line) {
            final var fields = line.text().split("\t", -1);
            final var name = fields[0].strip();
            if (m_lines.isEmpty() && name.startsWith("<")) {
                throw line.fault("this is a web page or another markup file, not gene sets.",
                    "Download the GMT file itself; some sites, such as MSigDB, show a login page instead.", FORM);
            }
            if (fields.length < 2) {
                throw line.fault("'%s' has no tab.".formatted(shortened(name)), FORM);
            }
            if (name.isEmpty()) {
                throw line.fault("the set has no name.", "Write its name before the first tab.");
            }
            final Set<String> genes = new LinkedHashSet<>();
            for (int f = 2; f < fields.length; f++) {
                final var gene = WEIGHT.matcher(fields[f].strip()).replaceFirst("");
                if (!gene.isEmpty() && !genes.add(gene)) {
                    m_repeated++;
                }
            }
            if (genes.isEmpty()) {
                m_empty.add(name);
                return;
            }
            final var before = m_sets.get(name);
            if (before == null) {
                m_sets.put(name, new GeneSet(name, fields[1].strip(), List.copyOf(genes)));
                m_lines.put(name, line.line());
            } else if (Set.copyOf(before.genes()).equals(genes)) {
                m_copies.add(name);
            } else {
                throw line.fault("the set '%s' was in line %d already, with other genes.".formatted(shortened(name),
                    m_lines.get(name)), "Give the two sets different names.", "Remove one of the two lines.");
            }
        }

        private static String shortened(final String text) {
            return text.length() > 60 ? text.substring(0, 60) + "…" : text;
        }
    }
}
