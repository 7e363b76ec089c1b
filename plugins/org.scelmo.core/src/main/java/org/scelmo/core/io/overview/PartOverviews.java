package org.scelmo.core.io.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.AnnDataSource;
import org.scelmo.core.io.h5ad.H5adDetails;
import org.scelmo.core.io.h5ad.H5adSummary;
import org.scelmo.core.io.h5ad.H5adSummary.Annotation;
import org.scelmo.core.io.h5ad.H5adSummary.Kind;
import org.scelmo.core.io.h5ad.H5adSummary.Matrix;
import org.scelmo.core.io.hdf5.Hdf5Exception;
import org.scelmo.core.io.overview.OverviewEntry.Section;
import org.scelmo.core.io.tenx.TenxFile;

/** The entries for the parts of a file. */
final class PartOverviews {

    /** Codes of so many cells are read per file, all annotations together: about a second. */
    private static final long MOST_CODES = 50_000_000;

    private final H5adSummary m_summary;
    private final H5adDetails m_details;
    private final List<String> m_findings;
    private long m_codes;

    /**
     * @param summary of the file
     * @param details of the file, null if its format has none
     * @param findings takes what users should know
     */
    PartOverviews(final H5adSummary summary, final H5adDetails details, final List<String> findings) {
        m_summary = summary;
        m_details = details;
        m_findings = findings;
    }

    List<OverviewEntry> matrices() throws IOException {
        final List<OverviewEntry> entries = new ArrayList<>();
        if (m_summary.x().isPresent()) {
            entries.add(matrix("X", "X", m_summary.x().get()));
        }
        if (m_summary.raw().isPresent()) {
            entries.add(matrix("raw", "raw/X", m_summary.raw().get()));
        }
        for (final var layer : m_summary.layers().entrySet()) {
            entries.add(matrix(layer.getKey(), "layers/" + layer.getKey(), layer.getValue()));
        }
        return entries;
    }

    private OverviewEntry matrix(final String name, final String path, final Matrix matrix) throws IOException {
        final var form = switch (matrix.storage()) {
            case CSR -> "sparse by rows (CSR)";
            case CSC -> "sparse by columns (CSC)";
            case DENSE -> "dense";
        };
        final var type = matrix.filters().isEmpty() ? matrix.dtype()
            : matrix.dtype() + ", " + String.join(", ", matrix.filters());
        return new OverviewEntry(Section.MATRIX, name, form, matrix.rows(), matrix.columns(), type, matrix.entries(),
            null, List.of(), List.of(), bytes(path), ImportEstimate.memory(matrix), ImportEstimate.seconds(matrix));
    }

    /** @return embeddings of cells, vectors of genes and graphs of cells */
    List<OverviewEntry> embeddings() throws IOException {
        final List<OverviewEntry> entries = new ArrayList<>();
        for (final var embedding : m_summary.obsm().entrySet()) {
            entries.add(vectors(Section.EMBEDDING, "embedding", embedding, m_summary.cells(), "obsm/"));
        }
        for (final var ofGenes : m_summary.varm().entrySet()) {
            entries.add(vectors(Section.GENE_VECTORS, "vectors", ofGenes, m_summary.genes(), "varm/"));
        }
        for (final var graph : m_summary.obsp()) {
            entries.add(new OverviewEntry(Section.GRAPH, graph, "graph", m_summary.cells(), m_summary.cells(), null,
                null, null, List.of(), List.of(), bytes("obsp/" + graph), null, null));
        }
        return entries;
    }

    private OverviewEntry vectors(final Section section, final String form, final Map.Entry<String, Integer> vectors,
        final long rows, final String group) throws IOException {
        final long columns = vectors.getValue();
        return new OverviewEntry(section, vectors.getKey(), form, rows, columns, null, null, null, List.of(),
            List.of(), bytes(group + vectors.getKey()), rows * columns * Float.BYTES, null);
    }

    List<OverviewEntry> annotations(final Progress progress) throws IOException {
        final List<OverviewEntry> entries = new ArrayList<>();
        for (final var annotation : m_summary.obs()) {
            progress.checkCanceled();
            progress.update((double)entries.size() / m_summary.obs().size(),
                () -> "Looking at '%s'".formatted(annotation.name()));
            entries.add(annotation(Section.CELLS, "obs/", m_summary.cells(), annotation, frequent(annotation)));
        }
        for (final var annotation : m_summary.var()) {
            entries.add(annotation(Section.GENES, "var/", m_summary.genes(), annotation, FrequentValues.NONE));
        }
        if (m_codes > MOST_CODES) {
            m_findings.add(String.format(Locale.ROOT,
                "Categories were counted until %,d entries were read; those of later annotations are not told.",
                MOST_CODES));
        }
        return entries;
    }

    private OverviewEntry annotation(final Section section, final String frame, final long rows,
        final Annotation annotation, final FrequentValues values) throws IOException {
        final boolean categorical = annotation.kind() == Kind.CATEGORICAL;
        return new OverviewEntry(section, annotation.name(), annotation.kind().name().toLowerCase(Locale.ROOT), rows,
            null, null, null, categorical ? annotation.categories() : null, values.values(), values.counts(),
            bytes(frame + annotation.name()), null, null);
    }

    private FrequentValues frequent(final Annotation annotation) throws IOException {
        if (m_details == null || annotation.kind() != Kind.CATEGORICAL) {
            return FrequentValues.NONE;
        }
        m_codes += m_summary.cells();
        if (m_codes > MOST_CODES) {
            return FrequentValues.NONE;
        }
        try {
            return m_details.categories(annotation.name()).map(FrequentValues::of).orElse(FrequentValues.NONE);
        } catch (Hdf5Exception e) {
            m_findings.add(e.getMessage());
            return FrequentValues.NONE;
        }
    }

    /** Unknown where the format does not tell; what is damaged is told once, and the rest all the same. */
    private Long bytes(final String path) throws IOException {
        if (m_details == null) {
            return null;
        }
        try {
            final long bytes = m_details.bytes(path);
            return bytes == 0 ? null : bytes;
        } catch (Hdf5Exception e) {
            m_findings.add(e.getMessage());
            return null;
        }
    }

    /** Says what X looks like. */
    void judge(final AnnDataSource source) throws IOException {
        if (m_summary.x().isEmpty()) {
            m_findings.add(0, "The file has no X.");
        } else if (source instanceof TenxFile) {
            m_findings.add(0, "X holds counts, as Cell Ranger writes them.");
        } else if (m_details != null) {
            m_findings.add(0, looks());
        } else {
            m_findings.add(0, "What X looks like is not told without reading it.");
        }
    }

    private String looks() throws IOException {
        try {
            final var x = m_details.x();
            return x.isPresent() ? Judgement.of(x.get())
                : "X is stored by columns, so that what it looks like is not told without reading it.";
        } catch (Hdf5Exception e) { // NOSONAR the message is all there is to say
            return "X cannot be read: " + e.getMessage();
        }
    }
}
