package org.scelmo.core.io.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.ReadChoices;
import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.overview.OverviewEntry.Section;

/**
 * What a file holds. Matrices are not read, the first cells of X excepted; of annotations only the codes of categories
 * are, up to a number of cells.
 *
 * @param entries the file, then its parts
 * @param findings sentences for users: what X looks like, and what is not told and why
 */
public record FileOverview(List<OverviewEntry> entries, List<String> findings) {

    public FileOverview {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * @param path the file
     * @param choices which part of it, where its format leaves a choice
     * @param progress told after each annotation
     * @return the overview
     * @throws IOException if the file cannot be read
     * @throws org.scelmo.core.ScelmoException if it is damaged or of no known format
     */
    public static FileOverview of(final Path path, final ReadChoices choices, final Progress progress)
        throws IOException {
        try (var source = AnnDataReader.open(path, choices)) {
            final List<String> findings = new ArrayList<>();
            final List<OverviewEntry> parts = new ArrayList<>();
            final var size = Files.size(path);
            if (!source.isSummaryQuick()) {
                findings.add(String.format(Locale.ROOT, "A table of text tells nothing without being read as a whole; "
                    + "it has %,d bytes.", size));
                return new FileOverview(List.of(file(path, source, size, null, null)), findings);
            }
            final var summary = source.summary();
            final var overviews = new PartOverviews(summary,
                source instanceof H5adFile h5ad ? h5ad.details() : null, findings);
            parts.addAll(overviews.matrices());
            parts.addAll(overviews.embeddings());
            parts.addAll(overviews.annotations(progress));
            overviews.judge(source);
            parts.add(0, file(path, source, size, summary.cells(), summary.genes()));
            return new FileOverview(parts, findings);
        }
    }

    private static OverviewEntry file(final Path path, final AnnDataSource source, final long size, final Long cells,
        final Long genes) {
        return new OverviewEntry(Section.FILE, path.getFileName().toString(), source.format(), cells, genes, null,
            null, null, List.of(), List.of(), size, null, null);
    }
}
