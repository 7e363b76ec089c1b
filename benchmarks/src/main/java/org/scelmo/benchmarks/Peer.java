package org.scelmo.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A Python script in {@code benchmarks/peers} that does the same work and prints its time in seconds. */
final class Peer {

    private Peer() {
    }

    /** @return its time; empty, with a line that says why, if it could not be run here */
    static OptionalDouble seconds(final String script, final int threads, final Object... arguments)
        throws IOException, InterruptedException {
        final var process = start(script, threads, arguments);
        final var output = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            System.out.println("  (peer not measured: " + script + " failed; it needs numpy, scipy, scikit-learn or PyTorch)");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(output));
    }

    /** @return the script, running; its errors are shown */
    static Process start(final String script, final int threads, final Object... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(System.getenv().getOrDefault("PYTHON", "/usr/bin/python3"));
        command.add("benchmarks/peers/" + script);
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        final var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        return builder.start();
    }
}
