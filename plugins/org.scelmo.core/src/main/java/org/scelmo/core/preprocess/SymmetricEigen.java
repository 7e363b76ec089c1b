package org.scelmo.core.preprocess;

import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, in float64; O(n³).
 *
 * @param values eigenvalues, largest first
 * @param vectors eigenvectors as rows, in the order of the values
 */
public record SymmetricEigen(double[] values, double[][] vectors) {

    /**
     * @param symmetric n × n, not changed
     * @return its decomposition
     * @throws ArithmeticException if it does not converge, as with entries that are not finite
     */
    public static SymmetricEigen of(final double[][] symmetric) {
        final int n = symmetric.length;
        final var eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(new DMatrixRMaj(symmetric))) {
            throw new ArithmeticException("The eigenvalues of a %d × %d matrix do not converge.".formatted(n, n));
        }
        final int[] order = IntStream.range(0, n).boxed()
            .sorted((a, b) -> Double.compare(eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()))
            .mapToInt(Integer::intValue).toArray();
        final var values = new double[n];
        final var vectors = new double[n][];
        for (int i = 0; i < n; i++) {
            values[i] = eigen.getEigenvalue(order[i]).getReal();
            vectors[i] = eigen.getEigenVector(order[i]).getData();
        }
        return new SymmetricEigen(values, vectors);
    }
}
