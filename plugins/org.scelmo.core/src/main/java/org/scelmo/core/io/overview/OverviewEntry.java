package org.scelmo.core.io.overview;

import java.util.List;

/**
 * One part of a file. Numbers that are not known without reading are null.
 *
 * @param section what kind of part it is
 * @param name of the part
 * @param form how it is stored, or what it holds: {@code sparse by rows}, {@code categorical}…
 * @param rows number of rows
 * @param columns number of columns; null for annotations
 * @param type element type as NumPy names it, with the filters it went through; null if not told
 * @param entries stored numbers of a matrix; null for others
 * @param categories number of categories of an annotation; null unless categorical
 * @param values the most frequent categories, most frequent first
 * @param counts how often they occur
 * @param bytes on disk, as compressed
 * @param memory bytes it takes if held in memory at once, as float32
 * @param seconds about how long it takes to import
 */
public record OverviewEntry(Section section, String name, String form, Long rows, Long columns, String type,
    Long entries, Long categories, List<String> values, List<Long> counts, Long bytes, Long memory, Double seconds) {

    /** Where a part belongs. */
    public enum Section {
        /** The file as a whole. */
        FILE("File"),
        /** X, raw and layers. */
        MATRIX("Matrix"),
        /** Embeddings of cells (obsm). */
        EMBEDDING("Embedding"),
        /** Vectors of genes (varm), loadings for example. */
        GENE_VECTORS("Vectors of genes"),
        /** Graphs of cells (obsp), of nearest neighbors for example. */
        GRAPH("Graph of cells"),
        /** Annotations of cells (obs). */
        CELLS("Annotation of cells"),
        /** Annotations of genes (var). */
        GENES("Annotation of genes");

        private final String m_title;

        Section(final String title) {
            m_title = title;
        }

        /** @return its name for users */
        public String title() {
            return m_title;
        }
    }

    public OverviewEntry {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
    }
}
