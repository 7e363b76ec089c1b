package org.scelmo.core.preprocess;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Loess of one variable on another: the curve that Cleveland and Grosse's dloess (and so skmisc and scanpy) draws by
 * default. Quadratics with tricube weights are fitted at a few vertices only; between two of them runs the cubic that
 * has their values and slopes. The vertices are the borders of cells, which are halved at the median until each holds
 * no more than a fifth of a neighborhood. O(n log n) and O(n) for each of about 10 / span vertices, in float64.
 *
 * @param fitted the curve at each x, in the order given
 * @param singularVertices number of vertices whose neighborhood has too few different x for a quadratic; the smallest
 *            of all quadratics that fit best is taken there
 */
record Loess(double[] fitted, int singularVertices) {

    /** Largest share of a neighborhood that a cell may hold. */
    private static final double CELL = 0.2;
    /** By how much of the range the cells reach beyond the data. */
    private static final double MARGIN = 0.005;
    private static final int COEFFICIENTS = 3;

    /**
     * @param x finite
     * @param y finite, as many
     * @param span share of the points that make a neighborhood, above 0, at most 1
     * @return the curve
     * @throws UnfitExpressionException if a neighborhood has too few points, or all on its border
     */
    static Loess of(final double[] x, final double[] y, final double span) {
        final int n = x.length;
        final int neighborhood = Math.min(n, (int)Math.floor(n * span + 1e-5));
        if (neighborhood <= COEFFICIENTS) {
            throw new UnfitExpressionException(
                "The trend of the variance is drawn through %d varying genes; at least %d are needed."
                    .formatted(n, (int)Math.ceil((COEFFICIENTS + 1) / span)),
                "Check the filters before that they leave enough genes and cells.",
                "Choose the flavor seurat or cell_ranger, which draws no trend.");
        }
        final int[] order = order(x);
        final double[] ascending = pick(x, order);
        final double[] vertices = vertices(ascending, (int)Math.floor(n * (CELL * span)));
        final var quadratics = new LocalQuadratics(ascending, pick(y, order), neighborhood);
        final var values = new double[vertices.length];
        final var slopes = new double[vertices.length];
        int singular = 0;
        for (int v = 0; v < vertices.length; v++) {
            final var quadratic = quadratics.at(vertices[v]);
            values[v] = quadratic.value();
            slopes[v] = quadratic.slope();
            singular += quadratic.isSingular() ? 1 : 0;
        }
        return new Loess(Arrays.stream(x).map(at -> between(vertices, values, slopes, at)).toArray(), singular);
    }

    private static int[] order(final double[] x) {
        return IntStream.range(0, x.length).boxed().sorted((a, b) -> Double.compare(x[a], x[b]))
            .mapToInt(Integer::intValue).toArray();
    }

    private static double[] pick(final double[] numbers, final int[] order) {
        return Arrays.stream(order).mapToDouble(i -> numbers[i]).toArray();
    }

    /** Points {@code from} to {@code to}, both included, and the interval they are in. */
    private record Cell(int from, int to, double low, double high) {
    }

    /** The borders of the cells, ascending. */
    private static double[] vertices(final double[] x, final int most) {
        final double low = x[0];
        final double high = x[x.length - 1];
        final double size = Math.max(Math.abs(low), Math.abs(high));
        final double margin = MARGIN * Math.max(high - low, 1e-10 * size + 1e-30);
        final var borders = new TreeSet<>(Arrays.asList(low - margin, high + margin));
        final var open = new ArrayDeque<Cell>();
        open.add(new Cell(0, x.length - 1, low - margin, high + margin));
        while (!open.isEmpty()) {
            final var cell = open.remove();
            if (cell.to - cell.from + 1 <= most) {
                continue;
            }
            final int middle = lastOfLeft(x, cell);
            final double border = x[middle];
            if (border != cell.low && border != cell.high) {
                borders.add(border);
                open.add(new Cell(cell.from, middle, cell.low, border));
                open.add(new Cell(middle + 1, cell.to, border, cell.high));
            }
        }
        return borders.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The middle of a cell, or the place nearest to it where x changes; the middle if it does nowhere within reach. */
    private static int lastOfLeft(final double[] x, final Cell cell) {
        final int middle = (cell.from + cell.to + 2) / 2 - 1; // as counted from 1
        int offset = 0;
        while (middle + offset >= cell.from && middle + offset < cell.to) {
            if (x[middle + offset] != x[middle + offset + 1]) {
                return middle + offset;
            }
            offset = offset > 0 ? -offset : 1 - offset; // 1, −1, 2, −2 …
        }
        return middle;
    }

    /** The cubic between the vertices around a point, by Hermite's basis. */
    private static double between(final double[] vertices, final double[] values, final double[] slopes,
        final double at) {
        final int found = Arrays.binarySearch(vertices, at);
        final int left = found >= 0 ? found - 1 : -found - 2;
        final double width = vertices[left + 1] - vertices[left];
        final double h = (at - vertices[left]) / width;
        final double rest = 1 - h;
        return rest * rest * (1 + 2 * h) * values[left] + h * h * (3 - 2 * h) * values[left + 1]
            + (h * rest * rest * slopes[left] - h * h * rest * slopes[left + 1]) * width;
    }
}
