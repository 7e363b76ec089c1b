package org.scelmo.core.io.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.NamingHints;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.io.library.LibraryReport.Skipped;
import org.scelmo.core.matrix.DenseMatrix;

/** Takes the entries of a library one by one and keeps the wanted ones, checking that they fit together. */
final class VectorCollector {

    private static final String FIX_LENGTH = "All vectors of a library must come from one model. "
        + "Remove or recompute the entries of another length.";

    /** what a name, its place in the maps and the array of its vector take beside their content */
    private static final int ENTRY_BYTES = 200;

    /** names that are not wanted are remembered to tell why none is, but not at any cost: 10 MB */
    private static final int MAX_OTHER_NAMES = 100_000;
    private static final int MAX_NAME_LENGTH = 32;

    private final LibraryRequest m_request;
    private final String m_file;
    private final Map<String, Integer> m_rowOfName = new LinkedHashMap<>();
    private final List<float[]> m_rows = new ArrayList<>();
    private final Set<String> m_duplicates = new LinkedHashSet<>();
    private final Map<String, String> m_skipped = new LinkedHashMap<>();
    private final List<String> m_otherNames = new ArrayList<>();
    private String m_firstName;
    private long m_entries;
    private long m_notWanted;
    private int m_dimensions = -1;
    private long m_nameBytes;

    VectorCollector(final LibraryRequest request, final String file) {
        m_request = request;
        m_file = file;
    }

    /** Forgets everything, for readers that need a second pass. */
    void clear() {
        m_rowOfName.clear();
        m_rows.clear();
        m_duplicates.clear();
        m_skipped.clear();
        m_otherNames.clear();
        m_entries = 0;
        m_notWanted = 0;
        m_dimensions = -1;
        m_nameBytes = 0;
    }

    /**
     * Counts an entry. If this says yes, {@link #add} or {@link #skip} must follow.
     *
     * @return whether the vector is wanted; if not, it need not be decoded
     */
    boolean begin(final String name) {
        m_entries++;
        if (!m_request.wants(name)) {
            m_notWanted++;
            if (m_otherNames.size() < MAX_OTHER_NAMES && name.length() <= MAX_NAME_LENGTH) {
                m_otherNames.add(name);
            }
            return false;
        }
        return true;
    }

    /** @throws MalformedEmbeddingException if a vector of this length does not fit to the others, or not in memory */
    void checkLength(final String name, final long length) {
        if (length == 0) {
            throw new MalformedEmbeddingException("'%s': the vector of %s is empty.".formatted(m_file, quote(name)),
                "Remove the entry.");
        }
        checkDimensions(name, length);
        if (m_dimensions >= 0 && length != m_dimensions) {
            throw new MalformedEmbeddingException("'%s': vectors of unequal length: %s has %d numbers, %s has %d."
                .formatted(m_file, quote(m_firstName), m_dimensions, quote(name), length), FIX_LENGTH);
        }
        checkMemory(m_rows.size() + 1L, length);
    }

    /** @throws MalformedEmbeddingException if so many vectors of this length would take more memory than is allowed */
    void checkMemory(final long vectors, final long length) {
        if (vectors * (length * Float.BYTES + ENTRY_BYTES) + m_nameBytes > m_request.maxBytes()) {
            throw new MalformedEmbeddingException(("'%s': the vectors take more than the %d MB of memory allowed; "
                + "%d fit.").formatted(m_file, m_request.maxBytes() >> 20, Math.max(0, vectors - 1)),
                "Read only the genes of your data (connect the AnnData port).",
                "Give Java more memory (-Xmx in knime.ini).");
        }
    }

    /** @throws MalformedEmbeddingException if a vector of this or greater length is longer than any that is read */
    void checkDimensions(final String name, final long length) {
        if (length > m_request.maxDimensions()) {
            throw new MalformedEmbeddingException("'%s': the vector of %s has %d or more dimensions; at most %d are read."
                .formatted(m_file, quote(name), length, m_request.maxDimensions()),
                "Check that this is a library of embeddings: one vector per name.");
        }
    }

    /** @param vector kept as it is, not copied */
    void add(final String name, final float[] vector) {
        checkLength(name, vector.length);
        for (int d = 0; d < vector.length; d++) {
            if (!Float.isFinite(vector[d])) {
                throw new MalformedEmbeddingException("'%s': the vector of %s has %s at position %d."
                    .formatted(m_file, quote(name), Float.isNaN(vector[d]) ? "NaN (not a number)"
                        : "an infinite number (or one beyond float32)", d),
                    "Remove the entry or compute its vector again.");
            }
        }
        if (m_dimensions < 0) {
            m_dimensions = vector.length;
            m_firstName = name;
        }
        m_skipped.remove(name);
        m_nameBytes += 2L * name.length();
        final var row = m_rowOfName.putIfAbsent(name, m_rows.size());
        if (row == null) {
            m_rows.add(vector);
        } else {
            m_duplicates.add(name);
            m_rows.set(row, vector);
        }
    }

    /** Notes a wanted entry that has no vector. */
    void skip(final String name, final String reason) {
        m_nameBytes += ENTRY_BYTES + 2L * name.length();
        checkMemory(m_rows.size(), Math.max(0, m_dimensions));
        m_skipped.put(name, reason);
    }

    /** @return number of entries so far */
    long entries() {
        return m_entries;
    }

    LibraryContent finish(final LibraryFormat format) {
        if (m_rows.isEmpty()) {
            throw nothingKept();
        }
        final var skipped = m_skipped.entrySet().stream().map(e -> new Skipped(e.getKey(), e.getValue())).toList();
        final var provenance = new LinkedHashMap<String, String>();
        provenance.put("source", m_file);
        provenance.put("format", format.label());
        final var embedding = new FeatureEmbedding(List.copyOf(m_rowOfName.keySet()),
            DenseMatrix.of(m_rows.toArray(float[][]::new), m_dimensions), new Provenance(provenance));
        return new LibraryContent(embedding, new LibraryReport(format, m_entries, m_rows.size(), m_notWanted,
            List.copyOf(m_duplicates), skipped, fewFound() ? hints() : List.of()));
    }

    private MalformedEmbeddingException nothingKept() {
        if (m_notWanted > 0) {
            final var wanted = m_request.wanted().orElseThrow();
            final var hints = hints();
            return new MalformedEmbeddingException("None of the %d entries of '%s' (such as %s) has a name that is "
                .formatted(m_entries, m_file, m_otherNames.isEmpty() ? "unnamed ones" : quote(m_otherNames.get(0)))
                + (wanted.isEmpty() ? "asked for: no name is." : "asked for (such as %s).".formatted(quote(first(wanted)))),
                hints.isEmpty() ? new String[]{"Check that genes are named alike: symbols or Ensembl ids, same case."}
                    : hints.toArray(String[]::new));
        }
        return new MalformedEmbeddingException("'%s' holds no vector.".formatted(m_file),
            "Check that the right file was chosen.");
    }

    private static String first(final Set<String> names) {
        return names.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private boolean fewFound() {
        return m_request.wanted().isPresent() && 2 * m_rows.size() < m_request.wanted().get().size();
    }

    private List<String> hints() {
        final var names = new ArrayList<>(m_otherNames);
        names.addAll(m_rowOfName.keySet());
        return NamingHints.of(m_request.wanted().orElseThrow().stream().sorted().toArray(String[]::new), names);
    }

    private static String quote(final String name) {
        return ByteSource.quote(name);
    }
}
