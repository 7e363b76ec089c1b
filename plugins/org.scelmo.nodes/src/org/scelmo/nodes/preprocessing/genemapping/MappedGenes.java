package org.scelmo.nodes.preprocessing.genemapping;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.genes.GeneMapping;
import org.scelmo.core.genes.GenePlan;
import org.scelmo.core.genes.MatchKind;
import org.scelmo.core.genes.MergedColumns;
import org.scelmo.nodes.support.Tables;

/**
 * The genes of some data under their new names.
 *
 * @param index names of the genes before
 * @param names what was mapped: the index, or a column of var
 * @param mapping what was found
 * @param plan what becomes of the genes
 * @param sums expression per gene; null if there is none
 */
record MappedGenes(String[] index, String[] names, GeneMapping mapping, GenePlan plan, double[] sums) {

    static final DataTableSpec REPORT = new DataTableSpec(Tables.column("Gene", StringCell.TYPE),
        Tables.column("Found as", StringCell.TYPE), Tables.column("New name", StringCell.TYPE),
        Tables.column("Name in output", StringCell.TYPE), Tables.column("Candidates", StringCell.TYPE),
        Tables.column("Share of expression", DoubleCell.TYPE));

    /** @return the columns that var gets: the name before, and how the new one was found */
    Map<String, Column> added(final AddedVar added) {
        final var kinds = Arrays.stream(MatchKind.values()).map(MatchKind::text).toList();
        final Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(added.name(),
            new StringColumn(IntStream.of(plan.sources()).mapToObj(j -> index[j]).toArray(String[]::new)));
        columns.put(added.kind(), new CategoricalColumn(
            IntStream.of(plan.sources()).map(j -> mapping.matches().get(j).kind().ordinal()).toArray(), kinds, false));
        return columns;
    }

    /** @return annotations of the genes of the result, without the added ones */
    Frame var(final Frame var) {
        return new Frame(plan.names(), (plan.keepsGenes() ? var : var.select(plan.sources())).columns());
    }

    /** @return the data with merged or removed genes: X and layers change as they are read */
    AnnData merged(final AnnData data, final AddedVar added) {
        Frame var = var(data.var());
        for (final var column : added(added).entrySet()) {
            var = var.with(column.getKey(), column.getValue());
        }
        final int genes = var.size();
        AnnData merged = AnnData.of(
            data.x().map(x -> new MergedColumns(x, plan.targets(), genes)).orElse(null), data.obs(), var);
        for (final var layer : data.layers().entrySet()) {
            merged = merged.withLayer(layer.getKey(), new MergedColumns(layer.getValue(), plan.targets(), genes));
        }
        return merged;
    }

    /** @return how many genes, and how much of the expression, have a vector before and after, for people */
    String coverage(final List<String> vectors) {
        final var known = new HashSet<>(vectors);
        final var before = new boolean[names.length];
        final var after = new boolean[names.length];
        for (int j = 0; j < names.length; j++) {
            before[j] = known.contains(names[j]);
            after[j] = plan.targets()[j] >= 0 && known.contains(plan.names()[plan.targets()[j]]);
        }
        return "Genes with a vector: %s before, %s now.".formatted(share(before), share(after));
    }

    private String share(final boolean[] genes) {
        final long count = IntStream.range(0, genes.length).filter(j -> genes[j]).count();
        final double mass = GeneMapping.share(genes, sums);
        return String.format(Locale.ROOT, "%,d", count)
            + (Double.isNaN(mass) ? "" : String.format(Locale.ROOT, " with %.1f %% of the expression", 100 * mass));
    }

    /** @return one row per gene of the input; RowIDs are the names before, made unique */
    BufferedDataTable report(final ExecutionContext exec, final Progress progress) throws IOException {
        final double total = sums == null || Arrays.stream(sums).anyMatch(sum -> sum < 0) ? 0
            : Arrays.stream(sums).sum();
        return Tables.build(REPORT, Tables.uniqueIds(index), j -> {
            final var match = mapping.matches().get(j);
            final int target = plan.targets()[j];
            return new DataCell[]{text(names[j]), new StringCell(match.kind().text()), text(match.target()),
                text(target < 0 ? null : plan.names()[target]),
                text(match.candidates().isEmpty() ? null : String.join("|", match.candidates())),
                total > 0 ? new DoubleCell(sums[j] / total) : DataType.getMissingCell()};
        }, exec, progress);
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }
}
