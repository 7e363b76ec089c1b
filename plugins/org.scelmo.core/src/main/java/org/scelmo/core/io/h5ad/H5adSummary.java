package org.scelmo.core.io.h5ad;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file holds, told without reading any matrix.
 *
 * @param cells number of cells
 * @param genes number of genes
 * @param x the main matrix, if there is one
 * @param raw raw's matrix, if there is one; its columns are raw's own genes
 * @param layers further matrices of X's shape, by name
 * @param obsm number of dimensions of each embedding, by name
 * @param obs columns of the cells' annotations, in order
 * @param var columns of the genes' annotations, in order
 * @param varm number of dimensions of each set of vectors of genes, by name
 * @param obsp names of the graphs of cells
 */
public record H5adSummary(long cells, long genes, Optional<Matrix> x, Optional<Matrix> raw, Map<String, Matrix> layers,
    Map<String, Integer> obsm, List<Annotation> obs, List<Annotation> var, Map<String, Integer> varm,
    List<String> obsp) {

    /** Of a file without vectors of genes and graphs. */
    public H5adSummary(final long cells, final long genes, final Optional<Matrix> x, final Optional<Matrix> raw,
        final Map<String, Matrix> layers, final Map<String, Integer> obsm, final List<Annotation> obs,
        final List<Annotation> var) {
        this(cells, genes, x, raw, layers, obsm, obs, var, Map.of(), List.of());
    }

    /** How a matrix is stored. */
    public enum Storage {
        /** Compressed sparse rows. */
        CSR,
        /** Compressed sparse columns. */
        CSC,
        /** Every number. */
        DENSE
    }

    /**
     * A matrix as stored.
     *
     * @param storage how
     * @param dtype element type as NumPy names it
     * @param rows number of rows
     * @param columns number of columns
     * @param entries stored numbers: all of them if dense
     * @param filters compression and such, in order
     */
    public record Matrix(Storage storage, String dtype, long rows, long columns, long entries, List<String> filters) {
    }

    /** What kind of values a column has. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** Values from a list. */
        CATEGORICAL,
        /** Whole numbers. */
        INTEGER,
        /** Real numbers. */
        REAL,
        /** Truth values. */
        BOOLEAN,
        /** Anything else; it is left out when reading. */
        UNKNOWN
    }

    /**
     * A column.
     *
     * @param name of the column
     * @param kind of its values
     * @param categories how many categories there are; 0 unless categorical
     */
    public record Annotation(String name, Kind kind, long categories) {
    }
}
