package org.scelmo.nodes.support;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.GeneMatch;
import org.scelmo.core.embedding.GeneMatcher;
import org.scelmo.core.embedding.GeneSums;
import org.scelmo.core.embedding.MatchReport;
import org.scelmo.core.embedding.NamingHints;
import org.scelmo.nodes.port.AnnDataOutline;

/**
 * Which genes of the data have a vector, and how much of the expression they carry.
 *
 * @param names a name per gene, null where it has none
 * @param match which vector belongs to which gene
 * @param vectors a vector per gene, null where it has none
 * @param shares share of all expression per gene; null if not known or, with negative values, not defined
 * @param report the same in numbers
 * @param hints sentences on why few genes have a vector; empty if at least half of them have one
 */
public record GeneCoverage(String[] names, GeneMatch match, float[][] vectors, double[] shares, MatchReport report,
    List<String> hints) {

    /** Columns of the table that {@link #write} makes. */
    public static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Gene", StringCell.TYPE),
        Tables.column("Status", StringCell.TYPE), Tables.column("Share of expression", DoubleCell.TYPE));

    /** Describes the port with that table. */
    public static final String DESCRIPTION = "One row per gene of the data: whether it is matched, missing (has no "
        + "vector), duplicated (matched, but several genes bear the name) or has a vector of zeros, and which share of "
        + "all expression it carries.";

    /**
     * @param column the chosen column of var, {@link AnnDataChoices#NONE} for the index
     * @param data the data
     * @throws InvalidSettingsException if there is no such column
     */
    public static void checkColumn(final String column, final AnnDataOutline data) throws InvalidSettingsException {
        if (!AnnDataChoices.isNone(column) && data.varColumn(column).isEmpty()) {
            throw Messages.invalid("The annotation '%s' to match genes by is missing in the data.".formatted(column),
                "Choose another one in the dialog.");
        }
    }

    /** @return a name per gene, null where it has none, from the chosen column of var, or the index if there is none */
    public static String[] names(final AnnData data, final String column) {
        return GeneMatcher.names(data.var(), AnnDataChoices.isNone(column) ? null : column);
    }

    /**
     * Matches genes and reads X once to weigh them.
     *
     * @param data the data
     * @param column the chosen column of var, {@link AnnDataChoices#NONE} for the index
     * @param embedding the vectors
     * @param progress told while X is read
     * @return the matching
     * @throws IOException if X or the vectors cannot be read
     * @throws org.scelmo.core.embedding.NoGeneMatchException if no gene has a vector
     */
    public static GeneCoverage of(final AnnData data, final String column, final FeatureEmbedding embedding,
        final Progress progress) throws IOException {
        final var names = names(data, column);
        final var match = GeneMatcher.matchOrFail(names, embedding.names());
        final var vectors = match.vectors(embedding);
        final double[] sums = data.x().isPresent() ? GeneSums.of(data.x().get(), progress) : null;
        final boolean few = 2 * match.matched() < names.length;
        return new GeneCoverage(names, match, vectors, shares(sums), MatchReport.of(names, match, vectors, sums),
            few ? NamingHints.of(names, embedding.names()) : List.of());
    }

    private static double[] shares(final double[] sums) {
        if (sums == null || Arrays.stream(sums).anyMatch(sum -> sum < 0)) {
            return null; // NOSONAR not known
        }
        final double total = Arrays.stream(sums).sum();
        return total > 0 ? Arrays.stream(sums).map(sum -> sum / total).toArray() : null;
    }

    /** Warns if genes have no vector or share a name. */
    public void warn(final Warnings warnings) {
        final boolean complete = report.missing().isEmpty() && report.duplicated().isEmpty()
            && report.uninformative().isEmpty();
        if (!complete) {
            warnings.add(report.summary());
        }
        warnings.addAll(hints);
    }

    /** @return one row per gene, in order; RowIDs are the genes' names, made unique */
    public BufferedDataTable write(final ExecutionContext exec, final Progress progress) throws IOException {
        final var named = Arrays.stream(names).map(name -> name == null ? "(no name)" : name).toArray(String[]::new);
        final var duplicated = new HashSet<>(report.duplicated());
        return Tables.build(SPEC, Tables.uniqueIds(named), j -> new DataCell[]{ //
            names[j] == null ? DataType.getMissingCell() : new StringCell(names[j]), //
            new StringCell(status(j, duplicated.contains(names[j]))), //
            shares == null ? DataType.getMissingCell() : new DoubleCell(shares[j])}, exec, progress);
    }

    private String status(final int gene, final boolean duplicated) {
        if (vectors[gene] == null) {
            return "missing";
        }
        for (final float v : vectors[gene]) {
            if (v != 0) {
                return duplicated ? "duplicated" : "matched";
            }
        }
        return "zero vector";
    }
}
