package org.scelmo.core.insilico;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

/**
 * Deletion of genes in the space of cell embeddings: score = cosine of the groups' mean vectors after the deletion minus
 * before. Everything follows in closed form from mean weights, or for weighted averages from one more pass over X
 * ({@link RenormalizedDeletions}). Genes without a vector cannot be asked for.
 */
public final class InSilicoDeletion {

    private final float[][] m_vectors;
    private final DeletionOptions m_options;
    private final GroupMeans m_means;
    private final Deletions m_deletions;
    private final Intervals m_intervals;

    private InSilicoDeletion(final RowBlocks x, final Conditions conditions, final float[][] vectors,
        final int dimensions, final DeletionOptions options, final GroupMeans means) {
        m_vectors = vectors;
        m_options = options;
        m_means = means;
        m_deletions = options.weights() == CellWeights.WEIGHTED
            ? new RenormalizedDeletions(x, conditions, means, vectors, dimensions, options.where(), options.threads())
            : new LinearDeletions(means, vectors, dimensions, options.where());
        m_intervals = new Intervals(x, conditions, means, vectors, dimensions, options);
    }

    /**
     * Reads X once.
     *
     * @param x expression, cells × genes
     * @param conditions group per cell; both have cells
     * @param vectors one per gene, null for a gene without; gene vectors or the factors of a trained adaptor
     * @param dimensions length of each vector
     * @param options how
     * @param progress told as X is read
     * @return deletions to ask for
     * @throws IOException if X cannot be read
     * @throws NonFiniteValueException if a vector holds NaN or an infinity, or X does in a cell of a group
     * @throws NoDirectionException if the mean vector of a group is zero
     */
    public static InSilicoDeletion of(final RowBlocks x, final Conditions conditions, final float[][] vectors,
        final int dimensions, final DeletionOptions options, final Progress progress) throws IOException {
        checkFinite(vectors);
        return new InSilicoDeletion(x, conditions, vectors, dimensions, options,
            GroupMeans.of(x, conditions, options.weights(), progress));
    }

    /**
     * @param vectors one per gene, null for a gene without
     * @throws NonFiniteValueException if one holds NaN or an infinity; the row it names is the gene
     */
    public static void checkFinite(final float[][] vectors) {
        for (int j = 0; j < vectors.length; j++) {
            for (int k = 0; vectors[j] != null && k < vectors[j].length; k++) {
                if (!Float.isFinite(vectors[j][k])) {
                    throw new NonFiniteValueException("The matrix of gene vectors", j, k, vectors[j][k]);
                }
            }
        }
    }

    /** @return expression per gene and group */
    public GroupMeans means() {
        return m_means;
    }

    /** @return cosine of the groups' mean vectors as they are (CS_old) */
    public double before() {
        return m_deletions.before();
    }

    /** @return columns of X that have a vector */
    public int[] genes() {
        return IntStream.range(0, m_vectors.length).filter(j -> m_vectors[j] != null).toArray();
    }

    /**
     * Deletes single genes, and judges them as the options tell.
     *
     * @param genes columns of X that have a vector, without duplicates
     * @param progress told as work goes on
     * @return a score per gene, in their order
     * @throws IOException if X cannot be read
     */
    public List<DeletionScore> scores(final int[] genes, final Progress progress) throws IOException {
        final boolean compare = m_options.matched() > 0;
        final var deleted = compare ? genes() : genes;
        final double before = before();
        final var after = m_deletions.after(singles(deleted), progress.part(0, 0.3));
        final var scoreOf = new double[m_vectors.length];
        for (int i = 0; i < deleted.length; i++) {
            scoreOf[deleted[i]] = after[i] - before;
        }
        final var intervals = m_intervals.of(singles(genes), Arrays.stream(genes).mapToDouble(j -> scoreOf[j]).toArray(),
            progress.part(0.3, 0.95));
        final var matchedGenes = new MatchedGenes(deleted, m_means, m_options.matched(), m_options.seed());
        final var p = new double[genes.length];
        final var matched = new int[genes.length];
        final var matchedMean = new double[genes.length];
        for (int i = 0; i < genes.length; i++) {
            if (i % 256 == 0) {
                progress.checkCanceled();
            }
            final double score = scoreOf[genes[i]];
            final var others = Arrays.stream(compare ? matchedGenes.of(genes[i]) : new int[0])
                .mapToDouble(j -> scoreOf[j]).filter(s -> !Double.isNaN(s)).toArray();
            final long atLeast = Arrays.stream(others).filter(s -> s >= score).count();
            matched[i] = others.length;
            p[i] = others.length == 0 || Double.isNaN(score) ? Double.NaN : (1.0 + atLeast) / (1 + others.length);
            matchedMean[i] = Arrays.stream(others).average().orElse(Double.NaN);
        }
        final var q = FalseDiscovery.adjust(p);
        final List<DeletionScore> scores = new ArrayList<>(genes.length);
        for (int i = 0; i < genes.length; i++) {
            final double score = scoreOf[genes[i]];
            scores.add(new DeletionScore(genes[i], before + score, score, intervals[i].low(), intervals[i].high(), p[i],
                q[i], matched[i], matchedMean[i]));
        }
        return scores;
    }

    /**
     * Deletes sets of genes, each set at once.
     *
     * @param sets columns of X per set, without duplicates
     * @param progress told as work goes on
     * @return the score of each set; NaN where nothing is left of a group
     * @throws IOException if X cannot be read
     */
    public double[] setScores(final int[][] sets, final Progress progress) throws IOException {
        final double before = before();
        return Arrays.stream(m_deletions.after(sets, progress)).map(after -> after - before).toArray();
    }

    /**
     * Deletes sets of genes, each set at once, and compares each to random sets of genes that are expressed alike; with
     * bootstrap intervals as single genes have.
     *
     * @param sets columns of X per set, without duplicates, at least one
     * @param progress told as work goes on
     * @return a score per set, in their order; p only if matched genes are asked for
     * @throws IOException if X cannot be read
     */
    public List<GeneSetScore> geneSetScores(final int[][] sets, final Progress progress) throws IOException {
        final var like = new MatchedGenes(genes(), m_means, m_options.matched(), m_options.seed());
        return new GeneSetDeletion(m_deletions, like, m_options.matched(), m_intervals).scores(sets, progress);
    }

    /** @return all pairs of different genes, in the order in which they are given */
    public static int[][] pairs(final int[] genes) {
        return IntStream.range(0, genes.length).boxed()
            .flatMap(i -> IntStream.range(i + 1, genes.length).mapToObj(j -> new int[]{genes[i], genes[j]}))
            .toArray(int[][]::new);
    }

    private static int[][] singles(final int[] genes) {
        return Arrays.stream(genes).mapToObj(gene -> new int[]{gene}).toArray(int[][]::new);
    }
}
