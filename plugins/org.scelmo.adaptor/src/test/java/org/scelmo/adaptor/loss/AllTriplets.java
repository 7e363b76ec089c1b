package org.scelmo.adaptor.loss;

/** The triplet loss as its definition reads, one triplet after the other: what the fast one is checked against. */
final class AllTriplets {

    private AllTriplets() {
    }

    static double value(final double[][] embeddings, final int[] labels, final double margin) {
        final var z = new UnitRows(embeddings).rows();
        double sum = 0;
        long active = 0;
        for (int a = 0; a < z.length; a++) {
            for (int p = 0; p < z.length; p++) {
                for (int n = 0; n < z.length; n++) {
                    if (p != a && labels[p] == labels[a] && labels[n] != labels[a]) {
                        final double value = distance(z[a], z[p]) - distance(z[a], z[n]) + margin;
                        sum += Math.max(0, value);
                        active += value > 0 ? 1 : 0;
                    }
                }
            }
        }
        return active == 0 ? 0 : sum / active;
    }

    private static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum = Math.fma(a[k] - b[k], a[k] - b[k], sum);
        }
        return Math.sqrt(sum);
    }
}
