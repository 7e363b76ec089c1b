package org.scelmo.nodes.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.DenseMatrix;

/** 60 cells without expression in three groups of 30, 20 and 10, which lie a little apart in the embedding X_space. */
public final class GroupedCells {

    /** How many there are. */
    public static final int CELLS = 60;

    private GroupedCells() {
    }

    /** @param distance of the groups; each is about 2 wide */
    public static AnnData of(final double distance) {
        final var type = TestData.categorical(IntStream.range(0, CELLS)
            .mapToObj(i -> "type " + (i < 30 ? 0 : i < 50 ? 1 : 2)).toArray(String[]::new));
        return AnnData.of(null, new Frame(names(), Map.of("type", type)), new Frame(new String[0], Map.of()))
            .withObsm("X_space", DenseMatrix.of(points(type, distance), 3)).withUns("title", "grouped");
    }

    private static String[] names() {
        final var names = new String[CELLS];
        Arrays.setAll(names, i -> "cell" + i);
        return names;
    }

    private static float[][] points(final CategoricalColumn type, final double distance) {
        final var random = new Random(1);
        final var points = new float[CELLS][3];
        for (int i = 0; i < CELLS; i++) {
            for (int d = 0; d < 3; d++) {
                points[i][d] = (float)(random.nextGaussian() / 2 + (type.codes()[i] == d ? distance : 0));
            }
        }
        return points;
    }
}
