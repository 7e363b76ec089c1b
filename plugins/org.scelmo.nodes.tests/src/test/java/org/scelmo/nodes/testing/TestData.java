package org.scelmo.nodes.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Six cells of two donors and types in the plane, with four genes; small enough to compute by hand. */
public final class TestData {

    private static final String[] CELLS = {"c0", "c1", "c2", "c3", "c4", "c5"};

    /** Two dimensions: B cells lie right, T cells above. */
    private static final float[][] PLANE = {{1, 0}, {2, 0.1f}, {0, 1}, {0.1f, 2}, {3, 0}, {0, 3}};

    private TestData() {
    }

    /** @return the cells; donor d1 are the first four, the type of c5 is missing */
    public static AnnData cells() {
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("donor", categorical("d1", "d1", "d1", "d1", "d2", "d2"));
        obs.put("cell_type", categorical("B", "B", "T", "T", "B", null));
        obs.put("n_genes", new IntegerColumn(new long[]{2, 2, 2, 2, 1, 0}, null));
        obs.put("score", new RealColumn(new double[]{0.5, Double.NaN, 1, 2, 3, 4}));
        obs.put("doublet", new BooleanColumn(new boolean[6], new boolean[]{true, false, false, false, false, false}));
        final Map<String, Column> var = new LinkedHashMap<>();
        var.put("symbol", new StringColumn(new String[]{"CD19", "CD3E", "LYZ", null}));
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(new float[][]{ //
            {3, 0, 1, 0}, {2, 0, 2, 0}, {0, 4, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}})),
            new Frame(CELLS.clone(), obs), new Frame(new String[]{"g0", "g1", "g2", "g3"}, var))
            .withObsm("X_plane", DenseMatrix.of(PLANE, 2)).withUns("title", "test");
    }

    /** @return vectors of g0, g1 and g3; g2 has none */
    public static FeatureEmbedding vectors() {
        return SourceNodeFactory.embedding(List.of("g0", "g1", "g3", "other"),
            new float[][]{{1, 0}, {0, 2}, {0, 0}, {9, 9}});
    }

    /** @return a column of these values in the order of their first appearance; null is missing */
    public static CategoricalColumn categorical(final String... values) {
        final var categories = new ArrayList<String>();
        final var codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !categories.contains(values[i])) {
                categories.add(values[i]);
            }
            codes[i] = values[i] == null ? -1 : categories.indexOf(values[i]);
        }
        return new CategoricalColumn(codes, categories, false);
    }

    /** @return the same data under other names of cells */
    public static AnnData renamed(final AnnData data, final String... cells) {
        AnnData copy = AnnData.of(data.x().orElse(null), new Frame(cells, data.obs().columns()), data.var());
        for (final var e : data.obsm().entrySet()) {
            copy = copy.withObsm(e.getKey(), e.getValue());
        }
        return copy;
    }
}
