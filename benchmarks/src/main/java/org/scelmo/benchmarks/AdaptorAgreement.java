package org.scelmo.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.scelmo.adaptor.backend.BackendPreference;
import org.scelmo.adaptor.backend.ComputeLimits;

/**
 * Whether two ways to compute give the same adaptor: the processor and a graphics card, if there is one. Each has a
 * virtual machine of its own, since ND4J stays with what it was loaded for. Arguments: two ways, each
 * {@code cpu|cuda[:threads[:reversed]]}; by default {@code cpu} and {@code cuda}. Ends with 0 if they agree, 1 if not, and
 * 2 if a card was asked for that did not compute.
 */
public final class AdaptorAgreement {

    /** Of the largest number; what float32 leaves of sums of some thousand terms, in any order. */
    private static final double STEP_BOUND = 1e-5;

    /**
     * Of the length of all factors as one vector. Rounding grows with each step, since Adam makes a small gradient's step as
     * long as a large one's: sums in another order on the same processor already lead 2e-3 apart.
     */
    private static final double TRAINED_BOUND = 1e-2;

    private AdaptorAgreement() {
    }

    public static void main(final String[] args) throws Exception {
        if (args.length == 3 && args[0].equals("compute")) {
            compute(args[1], Path.of(args[2]));
            return;
        }
        Timing.printMachine();
        final var first = numbers(args.length == 2 ? args[0] : "cpu");
        final var second = numbers(args.length == 2 ? args[1] : "cuda");
        final boolean agree = check("gene factors, untrained", largest(first.untrained(), second.untrained()), STEP_BOUND)
            & check("gradient of a batch", largest(first.gradient(), second.gradient()), STEP_BOUND)
            & check("gene factors after %d epochs".formatted(AdaptorNumbers.EPOCHS),
                length(first.trained(), second.trained()), TRAINED_BOUND);
        System.exit(agree ? 0 : 1);
    }

    private static boolean check(final String what, final double difference, final double bound) {
        System.out.printf(Locale.ROOT, "%-30s relative difference %.1e, bound %.0e: %s%n", what, difference, bound,
            difference <= bound ? "agree" : "DIFFER");
        return difference <= bound;
    }

    /** @return what another virtual machine computes in this way */
    private static AdaptorNumbers numbers(final String way) throws IOException, InterruptedException {
        final var folder = Files.createTempDirectory("agreement");
        final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
            .toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AdaptorAgreement.class.getName(), "compute",
            way, folder.toString()));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            System.exit(1);
        }
        final var numbers = AdaptorNumbers.read(folder);
        for (final var file : List.of("device", "untrained", "gradient", "trained", "")) {
            Files.delete(folder.resolve(file));
        }
        System.out.println(way + ": " + numbers.device());
        if (way.startsWith("cuda") && !numbers.device().startsWith("CUDA")) {
            System.out.println("There is nothing to compare: no card computed.");
            System.exit(2);
        }
        return numbers;
    }

    private static void compute(final String way, final Path folder) throws IOException {
        final var parts = way.split(":");
        final var limits = new ComputeLimits(parts.length > 1 ? Integer.parseInt(parts[1]) : 1, 2L << 30,
            BackendPreference.valueOf(parts[0].toUpperCase(Locale.ROOT)));
        AdaptorNumbers.compute(limits, parts.length > 2).write(folder);
    }

    private static double largest(final float[] a, final float[] b) {
        double difference = 0;
        double scale = 0;
        for (int i = 0; i < a.length; i++) {
            difference = Math.max(difference, Math.abs((double)a[i] - b[i]));
            scale = Math.max(scale, Math.abs(a[i]));
        }
        return difference / scale;
    }

    private static double length(final float[] a, final float[] b) {
        double difference = 0;
        double scale = 0;
        for (int i = 0; i < a.length; i++) {
            difference += ((double)a[i] - b[i]) * ((double)a[i] - b[i]);
            scale += (double)a[i] * a[i];
        }
        return Math.sqrt(difference / scale);
    }
}
