package org.scelmo.nodes.insilico.delete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scelmo.adaptor.model.AppliedAdaptor;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.nodes.testing.LabelledCells;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;
import org.scelmo.nodes.testing.TrainedAdaptor;

/** The gene factors of a trained adaptor as the embedding of In-silico Delete, against adapting all cells again. */
class AdaptedDeletionTest {

    private static final Runnable NO_CHECK = () -> {
    };

    @ParameterizedTest
    @EnumSource(InSilicoDeleteParameters.Where.class)
    void scoresAreThoseOfAdaptingAllCellsWithoutTheGene(final InSilicoDeleteParameters.Where where)
        throws IOException {
        try (var trained = TrainedAdaptor.create();
                var node = TestNode.of(InSilicoDeleteNodeFactory::new).set("condition", "cell_type")
                    .set("control", "B").set("disease", "T").set("mode", "SUM").set("where", where.name())
                    .set("bootstraps", 20)) {
            node.run(trained.cells(), trained.training().output(2));
            final var data = new LabelledCells().data("g");
            final var names = data.var().index();
            final var labels = (CategoricalColumn)data.obs().column("cell_type").orElseThrow();
            final var adaptor = AppliedAdaptor.of(trained.adaptor().open(), names);
            final var x = dense(data.x().orElseThrow().open().next(LabelledCells.CELLS));
            final double before = cosine(adaptor, x, labels);
            final var scores = node.table(0);
            final var genes = Rows.texts(scores, "Gene");
            assertEquals(LabelledCells.GENES, genes.size());
            for (int row = 0; row < genes.size(); row++) {
                final int gene = List.of(names).indexOf(genes.get(row));
                final double after = cosine(adaptor, without(x, gene, where, labels), labels);
                assertEquals(before, Rows.number(scores, "Row" + row, "CS old"), 1e-6);
                assertEquals(after - before, Rows.number(scores, "Row" + row, "Score"), 1e-6); // float32 cells
            }
        }
    }

    private static float[][] dense(final CsrMatrix matrix) {
        final var x = new float[matrix.rows()][matrix.columns()];
        for (int i = 0; i < x.length; i++) {
            for (int e = matrix.begin(i); e < matrix.end(i); e++) {
                x[i][matrix.indices()[e]] = matrix.values()[e];
            }
        }
        return x;
    }

    private static float[][] without(final float[][] x, final int gene, final InSilicoDeleteParameters.Where where,
        final CategoricalColumn labels) {
        final var rest = new float[x.length][];
        for (int i = 0; i < x.length; i++) {
            rest[i] = x[i].clone();
            if (where == InSilicoDeleteParameters.Where.BOTH || "T".equals(label(labels, i))) {
                rest[i][gene] = 0;
            }
        }
        return rest;
    }

    /** Cosine between the mean adapted vectors of both types. */
    private static double cosine(final AppliedAdaptor adaptor, final float[][] x, final CategoricalColumn labels) {
        final var cells = adaptor.embed(CsrMatrix.fromDense(x), NO_CHECK);
        final var means = new double[2][cells[0].length];
        for (int i = 0; i < cells.length; i++) {
            for (int k = 0; k < cells[i].length; k++) {
                means["T".equals(label(labels, i)) ? 1 : 0][k] += cells[i][k]; // as many cells of each
            }
        }
        return dot(means[0], means[1]) / Math.sqrt(dot(means[0], means[0]) * dot(means[1], means[1]));
    }

    private static String label(final CategoricalColumn labels, final int cell) {
        return labels.categories().get(labels.codes()[cell]);
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
