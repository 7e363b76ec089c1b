package org.scelmo.core.insilico;

/**
 * The mean vectors of both groups, in float64.
 *
 * @param control mean vector of the control cells
 * @param disease mean vector of the disease cells
 */
record MeanCells(double[] control, double[] disease) {

    /** Squared share of a vector that rounding may leave of it when all is taken away. */
    private static final double NOTHING_LEFT = 1e-20;

    /**
     * @return the sum of the genes' vectors times their mean weights, per group
     * @throws NoDirectionException if one is zero
     */
    static MeanCells of(final GroupMeans means, final float[][] vectors, final int dimensions) {
        final var cells = new MeanCells(new double[dimensions], new double[dimensions]);
        for (int j = 0; j < vectors.length; j++) {
            if (vectors[j] != null) {
                axpy(means.weights()[Conditions.CONTROL][j], vectors[j], cells.control);
                axpy(means.weights()[Conditions.DISEASE][j], vectors[j], cells.disease);
            }
        }
        if (dot(cells.control, cells.control) == 0) {
            throw new NoDirectionException("control");
        }
        if (dot(cells.disease, cells.disease) == 0) {
            throw new NoDirectionException("disease");
        }
        return cells;
    }

    /** @return cosine of the angle between the groups */
    double cosine() {
        return dot(control, disease) / Math.sqrt(dot(control, control) * dot(disease, disease));
    }

    /** @return cosine between what a deletion leaves of these means; NaN if nothing is left of one */
    double cosineAfter(final double[] controlLeft, final double[] diseaseLeft) {
        final boolean nothing = dot(controlLeft, controlLeft) <= NOTHING_LEFT * dot(control, control)
            || dot(diseaseLeft, diseaseLeft) <= NOTHING_LEFT * dot(disease, disease);
        return nothing ? Double.NaN : new MeanCells(controlLeft, diseaseLeft).cosine();
    }

    /** {@code out += a * b} */
    static void axpy(final double a, final float[] b, final double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] += a * b[k];
        }
    }

    /** {@code out += a * b} */
    static void axpy(final double a, final double[] b, final double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] += a * b[k];
        }
    }

    private static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
