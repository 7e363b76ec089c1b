package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.scelmo.core.Progress;

/**
 * The eigenvectors of the largest eigenvalues of a symmetric operator, by a block Krylov method with restarts, in
 * float64. Memory: some times as many vectors as are sought.
 *
 * @param vectors unit vectors
 * @param values their eigenvalues, descending
 */
public record LeadingEigen(double[][] vectors, double[] values) {

    private static final double TOLERANCE = 1e-7;
    /** Of the largest eigenvalue: what rounding leaves where more vectors are asked for than the rank. */
    private static final double ROUNDING = 1e-12;
    private static final int MAX_PASSES = 500;

    /** A symmetric matrix that is known by its products only. */
    public interface Operator {

        /** @return its product with each of these vectors */
        double[][] times(double[][] vectors, Progress progress) throws IOException;
    }

    /**
     * @param operator symmetric, not negative in its largest directions
     * @param size its number of rows
     * @param count how many eigenvectors, fewer than rows
     * @param random the start; the result depends on it within the tolerance only
     * @return them, their residuals below 1e-7 of the smallest eigenvalue sought; empty if they do not converge
     * @throws IOException if the operator does
     */
    public static Optional<LeadingEigen> of(final Operator operator, final int size, final int count,
        final Random random, final Progress progress) throws IOException {
        final int block = Math.min(size, Math.max(8, count / 2 + 5));
        final int limit = Math.min(size, 4 * count + 4 * block);
        var basis = new Basis();
        List<double[]> candidates = random(block, size, random);
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            progress.checkCanceled();
            List<double[]> fresh = basis.orthonormal(candidates);
            if (fresh.isEmpty() && basis.size() < count) {
                fresh = basis.orthonormal(random(block, size, random));
            }
            basis.add(fresh, operator.times(fresh.toArray(double[][]::new),
                progress.part(1 - Math.pow(0.9, pass), 1 - Math.pow(0.9, pass + 1.0))));
            final var ritz = SymmetricEigen.of(basis.projection());
            candidates = residuals(basis, ritz, Math.min(count, basis.size()), block);
            final boolean isExhausted = fresh.isEmpty() || basis.size() == size;
            if (basis.size() >= count && (candidates.isEmpty() || isExhausted)) {
                final var best = basis.rotated(ritz.vectors(), count);
                return Optional.of(new LeadingEigen(best.vectors().toArray(double[][]::new),
                    Arrays.copyOf(ritz.values(), count)));
            }
            if (basis.size() + block > limit && limit < size) {
                basis = basis.rotated(ritz.vectors(), count + block);
            }
        }
        return Optional.empty();
    }

    private static List<double[]> random(final int count, final int length, final Random random) {
        final List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(random.doubles(length, -1, 1).toArray());
        }
        return vectors;
    }

    /** What is missing to eigenvectors, of those that have not converged, largest first. */
    private static List<double[]> residuals(final Basis basis, final SymmetricEigen ritz, final int count,
        final int block) {
        final double tolerance = Math.max(TOLERANCE * ritz.values()[count - 1], ROUNDING * ritz.values()[0]);
        final List<double[]> open = new ArrayList<>();
        for (int i = 0; i < count && open.size() < block; i++) {
            final var vector = basis.vector(ritz.vectors()[i]);
            final var residual = basis.image(ritz.vectors()[i]);
            for (int k = 0; k < residual.length; k++) {
                residual[k] -= ritz.values()[i] * vector[k];
            }
            if (Basis.norm(residual) > tolerance) {
                open.add(residual);
            }
        }
        return open;
    }
}
