package org.scelmo.core.demo;

/**
 * One simulated cell.
 *
 * @param type of the cell, or of the first of the two in a doublet
 * @param donor 0 or 1
 * @param doublet whether a second cell was in the droplet
 * @param counts per gene
 */
record SimulatedCell(SimulatedCellType type, int donor, boolean doublet, int[] counts) {

    private static final double MEDIAN_COUNTS = 650;
    private static final double SIZE_SD = 0.35;
    private static final double ACTIVITY_SD = 0.13;
    private static final double AMBIENT = 0.06;
    private static final double DOUBLET_RATE = 0.03;
    private static final double CYCLING_RATE = 0.03;
    private static final double SHAPE = 2.5;

    static SimulatedCell draw(final ExpressionModel model, final int donor, final DemoRandom random) {
        final var type = SimulatedCellType.pick(random.uniform());
        final boolean doublet = random.uniform() < DOUBLET_RATE;
        final var shares = model.shares(activity(type, donor, random), donor);
        double size = type.size();
        if (doublet) {
            final var second = SimulatedCellType.pick(random.uniform());
            final var other = model.shares(activity(second, donor, random), donor);
            for (int j = 0; j < shares.length; j++) {
                shares[j] = (type.size() * shares[j] + second.size() * other[j]) / (type.size() + second.size());
            }
            size += second.size();
        }
        final double total = MEDIAN_COUNTS * size * StrictMath.exp(random.normal(0, SIZE_SD));
        final var counts = new int[shares.length];
        for (int j = 0; j < counts.length; j++) {
            final double share = (1 - AMBIENT) * shares[j] + AMBIENT * model.ambient()[j];
            counts[j] = random.negativeBinomial(total * share, SHAPE);
        }
        return new SimulatedCell(type, donor, doublet, counts);
    }

    /** The type's programs with cell-to-cell variation, and states that any cell can be in. */
    private static double[] activity(final SimulatedCellType type, final int donor, final DemoRandom random) {
        final var activity = new double[Program.values().length];
        for (final var program : Program.values()) {
            final double mean = switch (program) {
                case INTERFERON -> donor == 0 ? 0.15 : 0.4; // donor 2 has a cold
                case STRESS -> donor == 0 ? 0.5 : 0.3; // donor 1's sample waited longer
                case CELL_CYCLE -> random.uniform() < CYCLING_RATE ? 0.7 : 0;
                default -> type.activity(program);
            };
            activity[program.ordinal()] = mean == 0 ? 0 : Math.max(0, random.normal(mean, ACTIVITY_SD));
        }
        return activity;
    }

    /** @return sum of the counts */
    int total() {
        int sum = 0;
        for (final var n : counts) {
            sum += n;
        }
        return sum;
    }
}
