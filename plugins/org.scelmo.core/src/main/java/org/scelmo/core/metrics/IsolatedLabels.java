package org.scelmo.core.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Groups;

/**
 * How well labels that few batches have stand apart from the others (Luecken et al. 2022).
 *
 * @param labels of the cells
 * @param isolated the labels in question, as groups of {@code labels}
 */
public record IsolatedLabels(Groups labels, List<Integer> isolated) {

    /**
     * @param labels of the cells
     * @param batches of the cells
     * @param most how many batches an isolated label has at most; 0 for the fewest that any label has
     * @return the isolated labels, maybe none
     */
    public static IsolatedLabels find(final Groups labels, final Groups batches, final int most) {
        final var seen = new boolean[labels.count()][batches.count()];
        for (int i = 0; i < labels.cells(); i++) {
            if (labels.of()[i] >= 0 && batches.of()[i] >= 0) {
                seen[labels.of()[i]][batches.of()[i]] = true;
            }
        }
        final var counts = Arrays.stream(seen).mapToInt(IsolatedLabels::count).toArray();
        final int limit = most > 0 ? most : Arrays.stream(counts).min().orElse(0);
        return new IsolatedLabels(labels,
            IntStream.range(0, counts.length).filter(label -> counts[label] <= limit).boxed().toList());
    }

    private static int count(final boolean[] seen) {
        int n = 0;
        for (final var s : seen) {
            n += s ? 1 : 0;
        }
        return n;
    }

    /**
     * The definition of scib-metrics, and scib's alternative one.
     *
     * @param silhouette of all cells among all labels
     * @return for each isolated label the mean of (silhouette + 1) / 2 over its cells
     */
    public Map<String, Double> silhouettes(final double[] silhouette) {
        final var scores = new LinkedHashMap<String, Double>();
        for (final var label : isolated) {
            scores.put(labels.names().get(label),
                Arrays.stream(labels.members(label)).mapToDouble(c -> (silhouette[c] + 1) / 2).average().orElseThrow());
        }
        return scores;
    }

    /**
     * scib's default definition.
     *
     * @param clusterings of the cells at several resolutions
     * @return for each isolated label the F1 score of the cluster that fits it best at any resolution
     */
    public Map<String, Double> f1(final List<Groups> clusterings) {
        final var best = new double[labels.count()];
        for (final var clusters : clusterings) {
            final var sizes = labels.sizes();
            final var clusterSizes = clusters.sizes();
            shared(clusters).forEach((pair, shared) -> {
                final int label = (int)(pair >>> Integer.SIZE);
                best[label] = Math.max(best[label], 2.0 * shared / (clusterSizes[pair.intValue()] + sizes[label]));
            });
        }
        final var scores = new LinkedHashMap<String, Double>();
        for (final var label : isolated) {
            scores.put(labels.names().get(label), best[label]);
        }
        return scores;
    }

    /** Number of cells of each label (upper half of the key) and cluster (lower half) that have some in common. */
    private Map<Long, Integer> shared(final Groups clusters) {
        final var shared = new HashMap<Long, Integer>();
        for (int i = 0; i < labels.cells(); i++) {
            if (labels.of()[i] >= 0 && clusters.of()[i] >= 0) {
                shared.merge((long)labels.of()[i] << Integer.SIZE | clusters.of()[i], 1, Integer::sum);
            }
        }
        return shared;
    }
}
