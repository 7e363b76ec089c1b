package org.scelmo.core.insilico;

/** Movements when single genes are deleted: a sparse times a dense matrix, gene × cell × dimension. */
final class SingleMoves implements Moves {

    /** No other cell has this weight: t = t − s only if s is zero. */
    private static final double NOTHING_LEFT = -1;

    private final int[] m_genes;
    private final float[][] m_vectors;
    private final int m_dimensions;
    private final DeletedIn m_where;
    private final double[][][] m_moves;

    SingleMoves(final int[] genes, final float[][] vectors, final int dimensions, final DeletedIn where) {
        m_genes = genes;
        m_vectors = vectors;
        m_dimensions = dimensions;
        m_where = where;
        m_moves = new double[2][genes.length][dimensions];
    }

    @Override
    public int size() {
        return m_genes.length;
    }

    @Override
    public double[] of(final int group, final int set) {
        return m_moves[group][set];
    }

    @Override
    public void add(final EmbeddedCells cells, final int from, final int to, final Runnable check) {
        final var vector = new double[m_dimensions];
        for (int s = from; s < to; s++) {
            if (s % 1024 == 0) {
                check.run();
            }
            if (m_vectors[m_genes[s]] != null) {
                Float64Kernels.widen(m_vectors[m_genes[s]], vector, m_dimensions);
                add(cells, s, vector);
            }
        }
    }

    private void add(final EmbeddedCells cells, final int s, final double[] vector) {
        final var columns = cells.columns();
        final int end = columns.end(m_genes[s]);
        int e = columns.begin(m_genes[s]);
        for (int group = 0; group < 2; group++) {
            final int first = e;
            while (e < end && cells.group(columns.row(e)) == group) {
                e++;
            }
            if (group == Conditions.DISEASE || m_where == DeletedIn.BOTH) {
                add(cells, first, e, vector, m_moves[group][s]);
            }
        }
    }

    /** Adds entries of one group; four cells at a time, since the loops are short. */
    private void add(final EmbeddedCells cells, final int from, final int to, final double[] vector,
        final double[] out) {
        final var columns = cells.columns();
        double ofGene = 0;
        int e = from;
        for (; e + 3 < to; e += 4) {
            final double w0 = weight(cells, e);
            final double w1 = weight(cells, e + 1);
            final double w2 = weight(cells, e + 2);
            final double w3 = weight(cells, e + 3);
            ofGene += ofGene(w0) + ofGene(w1) + ofGene(w2) + ofGene(w3);
            Float64Kernels.axpy4(out, w0, cells.vector(columns.row(e)), w1, cells.vector(columns.row(e + 1)), w2,
                cells.vector(columns.row(e + 2)), w3, cells.vector(columns.row(e + 3)), m_dimensions);
        }
        for (; e < to; e++) {
            final double w = weight(cells, e);
            ofGene += ofGene(w);
            Float64Kernels.axpy(out, w, cells.vector(columns.row(e)), m_dimensions);
        }
        Float64Kernels.axpy(out, -ofGene, vector, m_dimensions);
    }

    /** What the cell's vector is multiplied by: t / (s − t), or −1 if nothing is left of the cell. */
    private static double weight(final EmbeddedCells cells, final int entry) {
        final float lost = cells.columns().value(entry);
        final double factor = cells.factorWithout(cells.columns().row(entry), lost);
        return factor == 0 ? NOTHING_LEFT : lost * factor;
    }

    private static double ofGene(final double weight) {
        return weight == NOTHING_LEFT ? 0 : weight;
    }
}
