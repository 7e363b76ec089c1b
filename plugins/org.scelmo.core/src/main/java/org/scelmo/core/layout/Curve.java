package org.scelmo.core.layout;

/**
 * How close two cells seem in the layout at a distance of x: 1 / (1 + a·x<sup>2b</sup>).
 *
 * @param a above 0
 * @param b above 0
 */
record Curve(double a, double b) {

    private static final int POINTS = 300;
    private static final int STEPS = 100;

    /**
     * The curve that is nearest, by least squares at 300 distances up to three spreads as in umap-learn, to one that is
     * 1 up to the minimum distance and then falls exponentially.
     *
     * @param minDist how near cells may come, at least 0
     * @param spread the scale of the fall, above 0
     * @return the curve
     */
    static Curve fit(final double minDist, final double spread) {
        double a = 1;
        double b = 1;
        double error = error(a, b, minDist, spread);
        double damping = 1e-3;
        for (int step = 0; step < STEPS; step++) { // Levenberg and Marquardt
            final var normal = normalEquations(a, b, minDist, spread);
            final double aa = normal[0] * (1 + damping);
            final double bb = normal[2] * (1 + damping);
            final double determinant = aa * bb - normal[1] * normal[1];
            final double nextA = a + (normal[3] * bb - normal[4] * normal[1]) / determinant;
            final double nextB = b + (aa * normal[4] - normal[1] * normal[3]) / determinant;
            final double nextError =
                nextA > 0 && nextB > 0 ? error(nextA, nextB, minDist, spread) : Double.POSITIVE_INFINITY;
            if (nextError < error) {
                a = nextA;
                b = nextB;
                error = nextError;
                damping /= 10;
            } else {
                damping *= 10;
            }
        }
        return new Curve(a, b);
    }

    private static double x(final int point, final double spread) {
        return 3 * spread * point / (POINTS - 1);
    }

    private static double wanted(final double x, final double minDist, final double spread) {
        return x < minDist ? 1 : StrictMath.exp(-(x - minDist) / spread);
    }

    private static double error(final double a, final double b, final double minDist, final double spread) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            final double x = x(i, spread);
            final double residual = wanted(x, minDist, spread) - 1 / (1 + a * StrictMath.pow(x, 2 * b));
            sum += residual * residual;
        }
        return sum;
    }

    /** @return JᵀJ (aa, ab, bb) and Jᵀr (a, b) of the residuals */
    private static double[] normalEquations(final double a, final double b, final double minDist,
        final double spread) {
        final var sums = new double[5];
        for (int i = 1; i < POINTS; i++) { // at 0 both derivatives vanish
            final double x = x(i, spread);
            final double power = StrictMath.pow(x, 2 * b);
            final double value = 1 / (1 + a * power);
            final double residual = wanted(x, minDist, spread) - value;
            final double byA = -power * value * value;
            final double byB = a * byA * 2 * StrictMath.log(x);
            sums[0] += byA * byA;
            sums[1] += byA * byB;
            sums[2] += byB * byB;
            sums[3] += byA * residual;
            sums[4] += byB * residual;
        }
        return sums;
    }

    /** @return factor of the difference of two cells that pulls them together, at a squared distance */
    double attraction(final double squared) {
        return squared <= 0 ? 0
            : -2 * a * b * StrictMath.pow(squared, b - 1) / (1 + a * StrictMath.pow(squared, b));
    }

    /** @return factor of the difference of two cells that pushes them apart, at a squared distance */
    double repulsion(final double squared) {
        return 2 * b / ((0.001 + squared) * (1 + a * StrictMath.pow(squared, b)));
    }
}
