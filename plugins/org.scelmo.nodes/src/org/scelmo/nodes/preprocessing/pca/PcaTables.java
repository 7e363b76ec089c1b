package org.scelmo.nodes.preprocessing.pca;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.preprocess.Pca;
import org.scelmo.nodes.support.Tables;

/** What is told about components beside the scores. */
final class PcaTables {

    static final DataTableSpec VARIANCE = new DataTableSpec(Tables.column("Variance", DoubleCell.TYPE),
        Tables.column("Variance ratio", DoubleCell.TYPE), Tables.column("Cumulative ratio", DoubleCell.TYPE));

    /** Scanpy's name of the loadings in varm. */
    static final String LOADINGS = "PCs";

    private PcaTables() {
    }

    private static String[] names(final int components) {
        return IntStream.rangeClosed(1, components).mapToObj(k -> "PC" + k).toArray(String[]::new);
    }

    static BufferedDataTable variance(final Pca pca, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final var ratio = pca.varianceRatio();
        final double[] sum = {0};
        return Tables.build(VARIANCE, names(ratio.length), k -> {
            sum[0] += ratio[k];
            return new DataCell[]{new DoubleCell(pca.variance()[k]), new DoubleCell(ratio[k]), new DoubleCell(sum[0])};
        }, exec, progress);
    }

    static DataTableSpec loadingsSpec(final int components) {
        return new DataTableSpec(Stream.of(names(components)).map(name -> Tables.column(name, DoubleCell.TYPE))
            .toArray(DataColumnSpec[]::new));
    }

    /** One row per gene that took part. */
    static BufferedDataTable loadings(final Pca pca, final String[] genes, final ExecutionContext exec,
        final Progress progress) throws IOException {
        return Tables.build(loadingsSpec(pca.variance().length), Tables.uniqueIds(genes),
            j -> Arrays.stream(pca.components()).map(component -> new DoubleCell(component[j]))
                .toArray(DataCell[]::new),
            exec, progress);
    }

    /** @return genes × components; 0 for genes that took no part, as in scanpy */
    static DenseMatrix loadings(final Pca pca, final int[] genes, final int allGenes) {
        final int components = pca.variance().length;
        final var rows = new float[allGenes][components];
        for (int j = 0; j < genes.length; j++) {
            for (int k = 0; k < components; k++) {
                rows[genes[j]][k] = (float)pca.components()[k][j];
            }
        }
        return DenseMatrix.of(rows, components);
    }

    /** The entry that scanpy adds to uns. */
    static Map<String, Object> uns(final Pca pca, final boolean highlyVariable) {
        final Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("params", Map.of("zero_center", true, "use_highly_variable", highlyVariable));
        entry.put("variance", list(pca.variance()));
        entry.put("variance_ratio", list(pca.varianceRatio()));
        return entry;
    }

    private static List<Object> list(final double[] numbers) {
        return Arrays.stream(numbers).<Object> mapToObj(n -> n).toList();
    }
}
