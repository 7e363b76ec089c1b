package org.scelmo.core.demo;

import java.util.List;

import org.scelmo.core.demo.GenePanel.Gene;

/**
 * How strongly each gene is expressed, given which programs a cell runs: log2 level = base + activity × range, where a
 * gene of two programs follows the stronger one. Donor 2 differs by a random factor per gene.
 */
final class ExpressionModel {

    private static final double DONOR_SD = 0.3;

    private final List<Gene> m_genes;
    private final double[] m_base;
    private final double[] m_range;
    private final double[] m_donorShift;
    private final double[] m_ambient;

    ExpressionModel(final List<Gene> genes, final DemoRandom random) {
        m_genes = genes;
        m_base = new double[genes.size()];
        m_range = new double[genes.size()];
        m_donorShift = new double[genes.size()];
        for (int j = 0; j < genes.size(); j++) {
            final var gene = genes.get(j);
            m_base[j] = base(gene, random);
            m_range[j] = range(gene, random);
            m_donorShift[j] = random.normal(0, DONOR_SD);
        }
        m_ambient = averageOfTypes();
    }

    private static double base(final Gene gene, final DemoRandom random) {
        return switch (gene.programs().get(0)) {
            case RIBOSOMAL -> random.normal(3.8, 0.9);
            case MITOCHONDRIAL -> random.normal(3.6, 0.7);
            case HOUSEKEEPING -> gene.isHigh() ? random.normal(4.2, 0.6) : random.normal(-1.8, 1.7);
            default -> gene.isHigh() ? random.normal(-3, 0.3) : random.normal(-3.6, 0.8);
        };
    }

    private static double range(final Gene gene, final DemoRandom random) {
        if (gene.isEverywhere()) {
            return 0;
        }
        return gene.isHigh() ? random.normal(7, 0.7) : Math.max(2, random.normal(5, 1.2));
    }

    private double[] averageOfTypes() {
        final var ambient = new double[m_genes.size()];
        for (final var type : SimulatedCellType.values()) {
            final var activity = new double[Program.values().length];
            for (final var program : Program.values()) {
                activity[program.ordinal()] = type.activity(program);
            }
            final var profile = shares(activity, 0);
            for (int j = 0; j < ambient.length; j++) {
                ambient[j] += type.share() * profile[j];
            }
        }
        return ambient;
    }

    /** @return share of each gene in the RNA that leaked from broken cells; sums to 1 */
    double[] ambient() {
        return m_ambient;
    }

    /**
     * @param activity by program's ordinal
     * @param donor 0 or 1
     * @return share of each gene in the cell's RNA; sums to 1
     */
    double[] shares(final double[] activity, final int donor) {
        final var level = new double[m_genes.size()];
        double sum = 0;
        for (int j = 0; j < level.length; j++) {
            double strongest = 0;
            for (final var program : m_genes.get(j).programs()) {
                strongest = Math.max(strongest, activity[program.ordinal()]);
            }
            level[j] = StrictMath.pow(2, m_base[j] + strongest * m_range[j] + donor * m_donorShift[j]);
            sum += level[j];
        }
        for (int j = 0; j < level.length; j++) {
            level[j] /= sum;
        }
        return level;
    }
}
