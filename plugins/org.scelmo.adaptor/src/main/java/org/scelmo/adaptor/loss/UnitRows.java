package org.scelmo.adaptor.loss;

/** Rows of length 1, and the way of a gradient back through that division. A row of zeros stays zero, without gradient. */
final class UnitRows {

    private static final double SMALLEST = 1e-12;

    private final double[][] m_rows;
    private final double[] m_norms;

    UnitRows(final double[][] rows) {
        m_rows = new double[rows.length][];
        m_norms = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            m_norms[i] = Math.sqrt(dot(rows[i], rows[i]));
            m_rows[i] = rows[i].clone();
            for (int k = 0; k < m_rows[i].length; k++) {
                m_rows[i][k] /= Math.max(m_norms[i], SMALLEST);
            }
        }
    }

    /** @return the rows themselves */
    double[][] rows() {
        return m_rows;
    }

    /** @return dimensions × rows: the form in which loops over the rows become vector instructions */
    double[][] transposed() {
        final int n = m_rows.length;
        final var transposed = new double[n == 0 ? 0 : m_rows[0].length][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < transposed.length; k++) {
                transposed[k][i] = m_rows[i][k];
            }
        }
        return transposed;
    }

    /**
     * @param row which one
     * @param unit gradient with respect to the row of length 1
     * @param scale factor of what is added
     * @param original gradient with respect to the row as it was, added to
     */
    void backward(final int row, final double[] unit, final double scale, final double[] original) {
        if (m_norms[row] < SMALLEST) {
            return;
        }
        final var z = m_rows[row];
        final double along = dot(z, unit);
        for (int k = 0; k < z.length; k++) {
            original[k] += scale * (unit[k] - z[k] * along) / m_norms[row];
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
