package org.scelmo.core.neighbors;

import java.util.Arrays;

import org.scelmo.core.matrix.CsrMatrix;

/**
 * The weighted graph that UMAP and scanpy make of nearest neighbors: how surely two cells are neighbors, between 0 and 1,
 * symmetric (McInnes, Healy and Melville 2018, section 3.1; numbers of umap-learn 0.5 as scanpy 1.9 calls it).
 *
 * <p>Each cell has its own scale: the distance of its nearest neighbor counts as 0, and the decay is chosen so that the
 * weights of its k neighbors sum to log₂ k. The union of a's and b's view is a + b − a·b.
 */
public final class Connectivities {

    private static final int STEPS = 64;
    private static final double TOLERANCE = 1e-5;
    /** A scale is at least this share of the mean distance, so that equal distances do not make it vanish. */
    private static final double SMALLEST_SCALE = 1e-3;

    private Connectivities() {
    }

    /**
     * @param neighbors k − 1 others of each cell, nearest first, the cell itself not among them; scanpy's
     *            {@code n_neighbors} is this number and one
     * @return cells × cells, float32, symmetric, diagonal empty; O(cells · k) memory
     */
    public static CsrMatrix of(final Neighbors neighbors) {
        final var view = view(neighbors);
        return union(view, transpose(view));
    }

    /** How each cell sees its neighbors; rows sorted by column. */
    private static CsrMatrix view(final Neighbors neighbors) {
        final int cells = neighbors.queries();
        final double mean = mean(neighbors.distances());
        final var offsets = new long[cells + 1];
        for (int i = 0; i < cells; i++) {
            offsets[i + 1] = offsets[i] + neighbors.indices()[i].length;
        }
        final var columns = new int[(int)offsets[cells]];
        final var weights = new float[columns.length];
        int kept = 0;
        for (int i = 0; i < cells; i++) {
            final var distances = neighbors.distances()[i];
            final var order = sorted(neighbors.indices()[i]);
            final double nearest = nearest(distances);
            final double scale = scale(distances, nearest, mean);
            for (final var packed : order) {
                final float weight = (float)weight(distances[(int)packed] - nearest, scale);
                if (weight > 0) {
                    columns[kept] = (int)(packed >>> Integer.SIZE);
                    weights[kept++] = weight;
                }
            }
            offsets[i + 1] = kept;
        }
        return CsrMatrix.wrap(cells, cells, offsets, columns, weights);
    }

    /** @return neighbor (upper half) and its rank (lower half), by neighbor */
    private static long[] sorted(final int[] indices) {
        final var packed = new long[indices.length];
        for (int j = 0; j < packed.length; j++) {
            packed[j] = (long)indices[j] << Integer.SIZE | j;
        }
        Arrays.sort(packed);
        return packed;
    }

    private static double weight(final double beyond, final double scale) {
        return beyond <= 0 || scale == 0 ? 1 : Math.exp(-beyond / scale);
    }

    /** @return the smallest distance above 0, or 0 if there is none */
    private static double nearest(final double[] distances) {
        for (final var distance : distances) {
            if (distance > 0) {
                return distance;
            }
        }
        return 0;
    }

    private static double scale(final double[] distances, final double nearest, final double meanOfAll) {
        final double target = Math.log(distances.length + 1.0) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int step = 0; step < STEPS; step++) {
            double sum = 0;
            for (final var distance : distances) {
                final double beyond = distance - nearest;
                sum += beyond > 0 ? Math.exp(-beyond / scale) : 1;
            }
            if (Math.abs(sum - target) < TOLERANCE) {
                break;
            }
            if (sum > target) {
                high = scale;
                scale = (low + high) / 2;
            } else {
                low = scale;
                scale = high == Double.POSITIVE_INFINITY ? 2 * scale : (low + high) / 2;
            }
        }
        final double mean = nearest > 0 ? Arrays.stream(distances).sum() / (distances.length + 1) : meanOfAll;
        return Math.max(scale, SMALLEST_SCALE * mean);
    }

    /** Over all cells and their neighbors, each cell once among its own. */
    private static double mean(final double[][] distances) {
        double sum = 0;
        long count = 0;
        for (final var row : distances) {
            sum += Arrays.stream(row).sum();
            count += row.length + 1L;
        }
        return count == 0 ? 0 : sum / count;
    }

    private static CsrMatrix transpose(final CsrMatrix matrix) {
        final int n = matrix.rows();
        final var offsets = new long[n + 1];
        final int count = (int)matrix.nnz();
        for (int e = 0; e < count; e++) {
            offsets[matrix.indices()[e] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            offsets[i + 1] += offsets[i];
        }
        final var next = Arrays.copyOf(offsets, n);
        final var columns = new int[count];
        final var values = new float[count];
        for (int i = 0; i < n; i++) {
            for (int e = matrix.begin(i), end = matrix.end(i); e < end; e++) {
                final int at = (int)next[matrix.indices()[e]]++;
                columns[at] = i;
                values[at] = matrix.values()[e];
            }
        }
        return CsrMatrix.wrap(n, n, offsets, columns, values);
    }

    private static CsrMatrix union(final CsrMatrix a, final CsrMatrix b) {
        final int n = a.rows();
        final var offsets = new long[n + 1];
        final var columns = new int[(int)(a.nnz() + b.nnz())];
        final var values = new float[columns.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int p = a.begin(i);
            int q = b.begin(i);
            while (p < a.end(i) || q < b.end(i)) {
                final int left = p < a.end(i) ? a.indices()[p] : Integer.MAX_VALUE;
                final int right = q < b.end(i) ? b.indices()[q] : Integer.MAX_VALUE;
                final float x = left <= right ? a.values()[p++] : 0;
                final float y = right <= left ? b.values()[q++] : 0;
                columns[count] = Math.min(left, right);
                values[count++] = (float)((double)x + y - (double)x * y);
            }
            offsets[i + 1] = count;
        }
        return CsrMatrix.wrap(n, n, offsets, Arrays.copyOf(columns, count), Arrays.copyOf(values, count));
    }
}
