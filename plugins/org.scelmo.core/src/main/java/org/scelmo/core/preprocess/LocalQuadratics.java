package org.scelmo.core.preprocess;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Quadratics that fit the points around a place best, weighted by the tricube of their distance. */
final class LocalQuadratics {

    private static final int COEFFICIENTS = 3;
    /** Singular values below this share of the largest are rounding. */
    private static final double TOLERANCE = 100 * Math.ulp(1.0);

    private final double[] m_x;
    private final double[] m_y;
    private final int m_count;

    /**
     * @param x ascending, not copied
     * @param y as many, not copied
     * @param count of points in each neighborhood
     */
    LocalQuadratics(final double[] x, final double[] y, final int count) {
        m_x = x;
        m_y = y;
        m_count = count;
    }

    /**
     * A quadratic at its place.
     *
     * @param value there
     * @param slope there
     * @param isSingular whether it is one of many that fit as well, the one with the smallest coefficients
     */
    record Quadratic(double value, double slope, boolean isSingular) {
    }

    Quadratic at(final double place) {
        final int first = first(place);
        final double radius = Math.max(place - m_x[first], m_x[first + m_count - 1] - place);
        final var design = new DMatrixRMaj(m_count, COEFFICIENTS);
        final var target = new double[m_count];
        double weights = 0;
        for (int i = 0; i < m_count; i++) {
            final double distance = m_x[first + i] - place;
            final double weight = weight(Math.abs(distance) / radius);
            design.set(i, 0, weight);
            design.set(i, 1, weight * distance);
            design.set(i, 2, weight * distance * distance);
            target[i] = weight * m_y[first + i];
            weights += weight;
        }
        if (!(weights > 0)) {
            throw new UnfitExpressionException(
                "%d genes have the same mean, so that the trend of the variance is not known there."
                    .formatted(m_count),
                "Remove genes that only few cells express, with Cell and Gene Filter.",
                "Choose the flavor seurat or cell_ranger, which draws no trend.");
        }
        return solve(design, target);
    }

    /** The first of the nearest points, which stand side by side. */
    private int first(final double place) {
        int low = 0;
        int high = m_x.length - m_count;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (place - m_x[middle] > m_x[middle + m_count] - place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The root of the tricube, as it multiplies both sides. */
    private static double weight(final double distance) {
        final double rest = 1 - distance * distance * distance;
        return Math.sqrt(rest * rest * rest);
    }

    private static Quadratic solve(final DMatrixRMaj design, final double[] target) {
        final double[] scales = equilibrate(design);
        final var svd = DecompositionFactory_DDRM.svd(design.numRows, COEFFICIENTS, true, true, true);
        if (!svd.decompose(design)) {
            throw new ArithmeticException("The singular values of a local fit do not converge.");
        }
        final var left = svd.getU(null, false);
        final var right = svd.getV(null, false);
        final double[] singular = svd.getSingularValues();
        double largest = 0;
        for (final double value : singular) {
            largest = Math.max(largest, value);
        }
        final var coefficients = new double[2];
        boolean isSingular = false;
        for (int k = 0; k < COEFFICIENTS; k++) {
            if (singular[k] <= TOLERANCE * largest) {
                isSingular = true;
                continue;
            }
            double projection = 0;
            for (int i = 0; i < target.length; i++) {
                projection += left.get(i, k) * target[i];
            }
            for (int c = 0; c < coefficients.length; c++) {
                coefficients[c] += right.get(c, k) * projection / singular[k];
            }
        }
        return new Quadratic(coefficients[0] / scales[0], coefficients[1] / scales[1], isSingular);
    }

    /** Gives each column the length 1 and returns the lengths before; a column of zeros stays. */
    private static double[] equilibrate(final DMatrixRMaj design) {
        final var scales = new double[COEFFICIENTS];
        for (int k = 0; k < COEFFICIENTS; k++) {
            double squares = 0;
            for (int i = 0; i < design.numRows; i++) {
                squares += design.get(i, k) * design.get(i, k);
            }
            scales[k] = squares > 0 ? Math.sqrt(squares) : 1;
            for (int i = 0; i < design.numRows; i++) {
                design.set(i, k, design.get(i, k) / scales[k]);
            }
        }
        return scales;
    }
}
