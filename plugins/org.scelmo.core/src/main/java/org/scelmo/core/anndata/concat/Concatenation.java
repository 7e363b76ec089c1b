package org.scelmo.core.anndata.concat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.matrix.ConcatenatedBlocks;
import org.scelmo.core.matrix.ConcatenatedRows;
import org.scelmo.core.matrix.RemappedColumns;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Puts the cells of several data one below the other, as {@code anndata.concat(merge="same")} does. Matrices are
 * neither read nor copied: the result shows those of the inputs as they stream.
 *
 * @param genes which genes; expression of a gene that data do not have is zero
 * @param annotations which annotations of cells
 * @param cellNames when the names of cells change
 * @param label name of the new annotation of cells that tells which of the data they are from; one of that name is
 *            replaced
 */
public record Concatenation(Join genes, Join annotations, CellNames.Rule cellNames, String label) {

    /**
     * What came of it.
     *
     * @param data cells of all; layers that all have; embeddings that all have with the same number of dimensions;
     *            annotations of genes that all have and agree on; no graphs, vectors of genes and unstructured
     *            annotations but the {@link Origins}
     * @param names of the cells
     * @param leftOut paths, such as {@code obsm/X_pca}, of embeddings and layers that only some have, or with other
     *            dimensions
     */
    public record Result(AnnData data, CellNames names, List<String> leftOut) {
    }

    /**
     * @param data in order, at least one
     * @param names of the data, each another one; the values of the new annotation
     * @return the joined data
     * @throws UnfitDataException if they cannot be joined
     */
    public Result of(final List<AnnData> data, final List<String> names) {
        checkExpression(data, names);
        final var joint = JointGenes.of(data.stream().map(d -> d.var().index()).toList(), names, genes);
        final var cells = CellNames.of(data.stream().map(d -> d.obs().index()).toList(), names, cellNames);
        final var obs = JointFrame.ofCells(data.stream().map(AnnData::obs).toList(), cells.names(), annotations)
            .with(label, origin(data, names));
        final var var = JointFrame.ofGenes(data.stream().map(AnnData::var).toList(), joint);
        final var leftOut = new ArrayList<String>();
        var joined = AnnData.of(data.get(0).x().isEmpty() ? null : below(data, joint, d -> d.x().orElseThrow()), obs,
            new Frame(joint.names(), var.columns()));
        for (final var name : union(data, AnnData::layers)) {
            if (data.stream().allMatch(d -> d.layers().containsKey(name))) {
                joined = joined.withLayer(name, below(data, joint, d -> d.layers().get(name)));
            } else {
                leftOut.add("layers/" + name);
            }
        }
        for (final var name : union(data, AnnData::obsm)) {
            if (haveEqually(data, name)) {
                joined = joined.withObsm(name,
                    new ConcatenatedRows(data.stream().map(d -> d.obsm().get(name)).toList()));
            } else {
                leftOut.add("obsm/" + name);
            }
        }
        for (final var noted : Origins.merged(data.stream().map(AnnData::uns).toList()).entrySet()) {
            joined = joined.withUns(noted.getKey(), noted.getValue());
        }
        return new Result(joined, cells, List.copyOf(leftOut));
    }

    private static void checkExpression(final List<AnnData> data, final List<String> names) {
        final var without = IntStream.range(0, data.size()).filter(i -> data.get(i).x().isEmpty()).toArray();
        if (without.length > 0 && without.length < data.size()) {
            throw new UnfitDataException("The data '%s' have no expression matrix X, but others have."
                .formatted(names.get(without[0])), "Choose an expression matrix, for example a layer, where they are "
                    + "read.", "Disconnect these data.");
        }
    }

    private static CategoricalColumn origin(final List<AnnData> data, final List<String> names) {
        final var codes = IntStream.range(0, data.size())
            .flatMap(i -> IntStream.range(0, data.get(i).cells()).map(cell -> i)).toArray();
        return new CategoricalColumn(codes, names, false);
    }

    private static RowBlocks below(final List<AnnData> data, final JointGenes genes,
        final Function<AnnData, RowBlocks> matrix) {
        final var parts = new ArrayList<RowBlocks>();
        for (int i = 0; i < data.size(); i++) {
            parts.add(RemappedColumns.of(matrix.apply(data.get(i)), genes.targets().get(i), genes.size()));
        }
        return new ConcatenatedBlocks(parts);
    }

    private static Set<String> union(final List<AnnData> data, final Function<AnnData, Map<String, ?>> slots) {
        final var names = new LinkedHashSet<String>();
        data.forEach(d -> names.addAll(slots.apply(d).keySet()));
        return names;
    }

    private static boolean haveEqually(final List<AnnData> data, final String embedding) {
        return data.stream().map(d -> d.obsm().get(embedding)).map(m -> m == null ? -1 : m.columns()).distinct()
            .count() == 1;
    }
}
