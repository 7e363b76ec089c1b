package org.scelmo.core.neighbors;

/** How far apart two rows are. Both distances are evaluated in float64, in a fixed order of summation. */
public enum Metric {

    /** 1 − cosine of the angle, 0 to 2. A row of zeros has distance 1 to every row. */
    COSINE {
        @Override
        double distance(final float[] a, final float[] b, final int n) {
            // root of the product, not product of the roots: equal rows get exactly 0
            final double norms = Math.sqrt(dot(a, a, n) * dot(b, b, n));
            return norms == 0 ? 1 : Math.min(2, Math.max(0, 1 - dot(a, b, n) / norms));
        }
    },

    /** Root of the sum of squared differences. */
    EUCLIDEAN {
        @Override
        double distance(final float[] a, final float[] b, final int n) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                s0 += squared((double)a[j] - b[j]);
                s1 += squared((double)a[j + 1] - b[j + 1]);
                s2 += squared((double)a[j + 2] - b[j + 2]);
                s3 += squared((double)a[j + 3] - b[j + 3]);
            }
            for (; j < n; j++) {
                s0 += squared((double)a[j] - b[j]);
            }
            return Math.sqrt(s0 + s1 + (s2 + s3));
        }
    };

    /** @return distance of the first {@code n} elements of two rows; O(n) */
    abstract double distance(float[] a, float[] b, int n);

    static double dot(final float[] a, final float[] b, final int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            s0 += (double)a[j] * b[j];
            s1 += (double)a[j + 1] * b[j + 1];
            s2 += (double)a[j + 2] * b[j + 2];
            s3 += (double)a[j + 3] * b[j + 3];
        }
        for (; j < n; j++) {
            s0 += (double)a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static double squared(final double x) {
        return x * x;
    }
}
