package org.scelmo.core.insilico;

/** Inner loops in float64, in the shape that the JVM's compiler turns into vector instructions; each is O(n). */
final class Float64Kernels {

    private Float64Kernels() {
    }

    /** {@code out += a * b} */
    static void axpy(final double[] out, final double a, final double[] b, final int n) {
        for (int k = 0; k < n; k++) {
            out[k] = Math.fma(a, b[k], out[k]);
        }
    }

    /** {@code out += a0 * b0 + a1 * b1 + a2 * b2 + a3 * b3}, in this order */
    static void axpy4(final double[] out, final double a0, final double[] b0, final double a1, final double[] b1, // NOSONAR
        final double a2, final double[] b2, final double a3, final double[] b3, final int n) {
        for (int k = 0; k < n; k++) {
            out[k] = Math.fma(a3, b3[k], Math.fma(a2, b2[k], Math.fma(a1, b1[k], Math.fma(a0, b0[k], out[k]))));
        }
    }

    /** Turns float32 into float64. */
    static void widen(final float[] from, final double[] to, final int n) {
        for (int k = 0; k < n; k++) {
            to[k] = from[k];
        }
    }
}
