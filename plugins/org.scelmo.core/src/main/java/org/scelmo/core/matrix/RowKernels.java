package org.scelmo.core.matrix;

/**
 * The inner loops of all dense float32 work, in the one shape that the JVM's compiler turns into vector instructions:
 * several separate arrays, one common index, fused multiply-add. (A flat array with several offsets stays scalar, and
 * so do dot products.) Terms are added in the order of the arguments, each rounded once, so a sum does not depend on
 * how its terms were grouped into calls. All arrays have at least {@code n} elements; each call is O(n).
 */
public final class RowKernels {

    private RowKernels() {
    }

    /** {@code out += a0 * b0} */
    public static void axpy1(final float[] out, final float a0, final float[] b0, final int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(a0, b0[j], out[j]);
        }
    }

    /** {@code out += a0 * b0 + a1 * b1} */
    public static void axpy2(final float[] out, final float a0, final float[] b0, final float a1, final float[] b1,
        final int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(a1, b1[j], Math.fma(a0, b0[j], out[j]));
        }
    }

    /** {@code out += a0 * b0 + a1 * b1 + a2 * b2} */
    public static void axpy3(final float[] out, final float a0, final float[] b0, final float a1, final float[] b1, // NOSONAR
        final float a2, final float[] b2, final int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], out[j])));
        }
    }

    /** {@code out += a0 * b0 + a1 * b1 + a2 * b2 + a3 * b3}: the widest that still vectorises everywhere. */
    public static void axpy4(final float[] out, final float a0, final float[] b0, final float a1, final float[] b1, // NOSONAR
        final float a2, final float[] b2, final float a3, final float[] b3, final int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], out[j]))));
        }
    }

    /** {@code out += a0 * b0 + a1 * b1} and {@code other += c0 * b0 + c1 * b1}, reading the b only once. */
    public static void axpy2x2(final float[] out, final float a0, final float a1, final float[] other, final float c0, // NOSONAR
        final float c1, final float[] b0, final float[] b1, final int n) {
        for (int j = 0; j < n; j++) {
            final float x0 = b0[j];
            final float x1 = b1[j];
            out[j] = Math.fma(a1, x1, Math.fma(a0, x0, out[j]));
            other[j] = Math.fma(c1, x1, Math.fma(c0, x0, other[j]));
        }
    }

    /**
     * {@code out += (b0 - a0)² + (b1 - a1)²} and {@code other += (b0 - c0)² + (b1 - c1)²}, reading the b only once;
     * each difference is rounded, and each sum.
     */
    public static void squares2x2(final float[] out, final float a0, final float a1, final float[] other, // NOSONAR
        final float c0, final float c1, final float[] b0, final float[] b1, final int n) {
        for (int j = 0; j < n; j++) {
            final float x0 = b0[j] - a0;
            final float x1 = b1[j] - a1;
            final float y0 = b0[j] - c0;
            final float y1 = b1[j] - c1;
            out[j] = Math.fma(x1, x1, Math.fma(x0, x0, out[j]));
            other[j] = Math.fma(y1, y1, Math.fma(y0, y0, other[j]));
        }
    }

    /** {@code sum += part}, and {@code part} becomes zero. */
    public static void drain(final float[] part, final float[] sum, final int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += part[j];
            part[j] = 0;
        }
    }
}
