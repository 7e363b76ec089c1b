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
 * Deletion of genes in the space of cell embeddings: score = cosine of the groups' mean vectors after the deletion
 * minus before. Everything follows in closed form from mean weights, or for weighted averages from one more pass over X
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

    /**
     * @param genes number of genes with a vector
     * @return whether they are enough to compare each with those that are expressed alike, and not with all
     */
    public static boolean canMatch(final int genes) {
        return MatchedGenes.areEnough(genes);
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
        final var intervals = m_intervals.of(singles(genes),
            Arrays.stream(genes).mapToDouble(j -> scoreOf[j]).toArray(), progress.part(0.3, 0.65));
        final var compared = compared(genes, deleted, scoreOf, progress.part(0.65, 1));
        final var q = FalseDiscovery.adjust(Arrays.stream(compared).mapToDouble(Compared::p).toArray());
        final List<DeletionScore> scores = new ArrayList<>(genes.length);
        for (int i = 0; i < genes.length; i++) {
            final double score = scoreOf[genes[i]];
            scores.add(new DeletionScore(genes[i], before + score, score, intervals[i].low(), intervals[i].high(),
                compared[i].p(), q[i], compared[i].others(), compared[i].mean()));
        }
        return scores;
    }

    private Compared[] compared(final int[] genes, final int[] all, final double[] scoreOf, final Progress progress)
        throws IOException {
        final var compared = new Compared[genes.length];
        Arrays.fill(compared, Compared.WITH_NOTHING);
        if (m_options.matched() == 0) {
            return compared;
        }
        final var like = new MatchedGenes(all, m_means, m_options.matched(), m_options.seed());
        if (m_options.comparison() == Comparison.BOOTSTRAP) {
            final int cells = Math.min(m_means.cells()[0], m_means.cells()[1]);
            final var byGene = new BootstrapComparison(all, like, scoreOf, cells).of(m_intervals.bootstrap(),
                cells > 1 ? m_options.bootstraps() : 0, progress);
            Arrays.setAll(compared, i -> byGene[genes[i]]);
            return compared;
        }
        for (int i = 0; i < genes.length; i++) {
            if (i % 256 == 0) {
                progress.checkCanceled();
            }
            compared[i] = Compared.rank(scoreOf[genes[i]],
                Arrays.stream(like.of(genes[i])).mapToDouble(j -> scoreOf[j]).toArray());
        }
        return compared;
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
