package org.scelmo.core.anndata.concat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.anndata.concat.CellNames.Rule;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RandomMatrices;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.Streamed;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ConcatenationTest {

    private static final List<String> NAMES = List.of("1", "2");

    private static final Concatenation INNER = new Concatenation(Join.INNER, Join.INNER, Rule.IF_REPEATED, "batch");
    private static final Concatenation OUTER = new Concatenation(Join.OUTER, Join.OUTER, Rule.IF_REPEATED, "batch");

    private static AnnData first() {
        final var x = new float[][]{{1, 0, 2.5f}, {0, 3, 0}};
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("type", new CategoricalColumn(new int[]{0, 1}, List.of("T", "B"), false));
        obs.put("n", new IntegerColumn(new long[]{2, 1}, null));
        obs.put("qc", new BooleanColumn(new boolean[]{true, false}, null));
        return data(x, new Frame(new String[]{"c0", "c1"}, obs),
            genes(new String[]{"g3", "g1", "g2"}, new String[]{"E3", "E1", "E2"}, 1));
    }

    private static AnnData second() {
        final var x = new float[][]{{4, 5, 0}, {0, 6, 7}, {8, 0, 9}};
        final Map<String, Column> obs = new LinkedHashMap<>();
        obs.put("type", new CategoricalColumn(new int[]{0, 1, -1}, List.of("NK", "T"), false));
        obs.put("n", new RealColumn(new double[]{0.5, Double.NaN, 2}));
        obs.put("donor", new StringColumn(new String[]{"x", "y", "x"}));
        return data(x, new Frame(new String[]{"c1", "c2", "c3"}, obs),
            genes(new String[]{"g1", "g4", "g3"}, new String[]{"E1", "E4", "E3"}, 2));
    }

    private static Frame genes(final String[] names, final String[] ids, final long cells) {
        final Map<String, Column> var = new LinkedHashMap<>();
        var.put("ens", new StringColumn(ids));
        var.put("n_cells", new IntegerColumn(new long[]{cells, cells, cells}, null));
        return new Frame(names, var);
    }

    private static AnnData data(final float[][] x, final Frame obs, final Frame var) {
        final var pca = new float[x.length][2];
        final var doubled = new float[x.length][];
        for (int i = 0; i < x.length; i++) {
            pca[i] = new float[]{2 * i, 2 * i + 1};
            doubled[i] = new float[x[i].length];
            for (int j = 0; j < x[i].length; j++) {
                doubled[i][j] = 2 * x[i][j];
            }
        }
        return AnnData.of(RowBlocks.of(CsrMatrix.fromDense(x)), obs, var)
            .withLayer("counts", RowBlocks.of(CsrMatrix.fromDense(doubled)))
            .withObsm("X_pca", DenseMatrix.of(pca, 2));
    }

    private static List<String> texts(final Frame frame, final String column) {
        final var values = frame.column(column).orElseThrow();
        return IntStream.range(0, values.size()).mapToObj(values::text).toList();
    }

    /** Expected: {@code anndata.concat(join="inner", merge="same", index_unique="-")} of anndata 0.8.0. */
    @Test
    void commonGenesAndAnnotationsAreThoseOfAnndata() throws IOException {
        final var result = INNER.of(List.of(first(), second()), NAMES);
        final var joint = result.data();
        assertArrayEquals(new String[]{"g3", "g1"}, joint.var().index());
        assertArrayEquals(new float[][]{{1, 0}, {0, 3}, {0, 4}, {7, 0}, {9, 8}},
            Streamed.dense(joint.x().orElseThrow()));
        assertArrayEquals(new float[][]{{2, 0}, {0, 6}, {0, 8}, {14, 0}, {18, 16}},
            Streamed.dense(joint.layers().get("counts")));
        assertArrayEquals(new float[][]{{0, 1}, {2, 3}, {0, 1}, {2, 3}, {4, 5}}, joint.obsm().get("X_pca").copy(0, 5));
        assertArrayEquals(new String[]{"c0-1", "c1-1", "c1-2", "c2-2", "c3-2"}, joint.obs().index());
        assertEquals(List.of("type", "n", "batch"), List.copyOf(joint.obs().columns().keySet()));
        assertEquals(Arrays.asList("T", "B", "NK", "T", null), texts(joint.obs(), "type"));
        assertEquals(Arrays.asList("2.0", "1.0", "0.5", null, "2.0"), texts(joint.obs(), "n"));
        assertEquals(List.of("1", "1", "2", "2", "2"), texts(joint.obs(), "batch"));
        assertEquals(Set.of("ens"), joint.var().columns().keySet());
        assertEquals(List.of("E3", "E1"), texts(joint.var(), "ens"));
        assertEquals(List.of(), result.leftOut());
    }

    /**
     * Expected: {@code join="outer"} of anndata 0.8.0, but for the order of genes (there g1, g2, g3, g4) and for
     * {@code ens}, which anndata drops as soon as one of the data has not all genes.
     */
    @Test
    void allGenesAndAnnotationsAreThoseOfAnndataInTheOrderOfAppearance() throws IOException {
        final var joint = OUTER.of(List.of(first(), second()), NAMES).data();
        assertArrayEquals(new String[]{"g3", "g1", "g2", "g4"}, joint.var().index());
        assertArrayEquals(new float[][]{{1, 0, 2.5f, 0}, {0, 3, 0, 0}, {0, 4, 0, 5}, {7, 0, 0, 6}, {9, 8, 0, 0}},
            Streamed.dense(joint.x().orElseThrow()));
        assertEquals(List.of("type", "n", "qc", "donor", "batch"), List.copyOf(joint.obs().columns().keySet()));
        assertEquals(Arrays.asList("true", "false", null, null, null), texts(joint.obs(), "qc"));
        assertEquals(Arrays.asList(null, null, "x", "y", "x"), texts(joint.obs(), "donor"));
        assertEquals(List.of("E3", "E1", "E2", "E4"), texts(joint.var(), "ens"));
    }

    @Property(tries = 150)
    void expressionIsThatOfADenseReference(@ForAll final Join join, @ForAll @IntRange(min = 1, max = 4) final int count,
        @ForAll final long seed) throws IOException {
        final var random = new Random(seed);
        final var data = new ArrayList<AnnData>();
        final var cells = new ArrayList<Map<String, Float>>();
        for (int i = 0; i < count; i++) {
            final var genes = new ArrayList<String>(List.of("common"));
            IntStream.range(0, 8).filter(g -> random.nextBoolean()).forEach(g -> genes.add("g" + g));
            Collections.shuffle(genes, random);
            final int rows = random.nextInt(5);
            final var x = RandomMatrices.sparse(rows, genes.size(), 0.5, random.nextLong());
            final int of = i;
            data.add(AnnData.of(RowBlocks.of(x), new Frame(IntStream.range(0, rows).mapToObj(c -> of + "_" + c)
                .toArray(String[]::new), Map.of()), new Frame(genes.toArray(String[]::new), Map.of())));
            for (final var row : Streamed.dense(RowBlocks.of(x))) {
                final var values = new LinkedHashMap<String, Float>();
                IntStream.range(0, row.length).forEach(g -> values.put(genes.get(g), row[g]));
                cells.add(values);
            }
        }
        final var joint = new Concatenation(join, Join.OUTER, Rule.NEVER, "batch")
            .of(data, IntStream.range(0, count).mapToObj(Integer::toString).toList()).data();
        final var genes = joint.var().index();
        final var expected = new float[cells.size()][genes.length];
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < genes.length; j++) {
                expected[i][j] = cells.get(i).getOrDefault(genes[j], 0f);
            }
        }
        assertArrayEquals(expected, Streamed.dense(joint.x().orElseThrow()));
        final var present = data.stream().map(d -> Set.of(d.var().index())).toList();
        assertTrue(Arrays.stream(genes).allMatch(gene -> join == Join.INNER
            ? present.stream().allMatch(p -> p.contains(gene)) : present.stream().anyMatch(p -> p.contains(gene))));
    }

    @Test
    void whatOnlySomeHaveIsLeftOutAndNamed() {
        final var more = second().withLayer("spliced", second().x().orElseThrow())
            .withObsm("X_umap", DenseMatrix.of(new float[3][2], 2))
            .withObsm("X_pca", DenseMatrix.of(new float[3][5], 5))
            .withVarm("PCs", DenseMatrix.of(new float[3][2], 2)).withUns("title", "second");
        final var result = INNER.of(List.of(first(), more), NAMES);
        assertEquals(List.of("layers/spliced", "obsm/X_pca", "obsm/X_umap"), result.leftOut());
        assertEquals(Set.of(), result.data().obsm().keySet());
        assertEquals(Set.of("counts"), result.data().layers().keySet());
        assertEquals(Map.of(), result.data().varm());
        assertEquals(Map.of(), result.data().uns());
    }

    @Test
    void originsAreThoseOfAllData() {
        final var a = Origins.note(Map.of(), "obsm/X_pca", "X");
        final var b = Origins.note(Map.of(), "obsm/X_pca", "obs/type");
        final var joint = INNER.of(List.of(first().withUns(Origins.KEY, a.get(Origins.KEY)),
            second().withUns(Origins.KEY, b.get(Origins.KEY))), NAMES).data();
        assertEquals(Set.of("X", "obs/type"), Origins.of(joint.uns(), "obsm/X_pca"));
    }

    @Test
    void dataWithoutExpressionAreJoinedOnlyWithEachOther() {
        final var bare = second().withoutMatrices();
        assertTrue(INNER.of(List.of(first().withoutMatrices(), bare), NAMES).data().x().isEmpty());
        final var e = assertThrows(UnfitDataException.class, () -> INNER.of(List.of(first(), bare), NAMES));
        assertTrue(e.getMessage().contains("'2'"), e.getMessage());
    }

    @Test
    void annotationsOfGenesThatDifferInOneGeneAreDropped() {
        final var other = second().withVar(genes(new String[]{"g1", "g4", "g3"}, new String[]{"E1", "E4", "E9"}, 1));
        assertEquals(Set.of("n_cells"), INNER.of(List.of(first(), other), NAMES).data().var().columns().keySet());
    }
}
