package org.scelmo.core.io.h5ad.write;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The system's Python with anndata. */
final class Python {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "src/test/python/round_trip_h5ad.py";

    private Python() {
    }

    /** Skips the calling test where Python or anndata is missing. */
    static void assumeAnnData() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PYTHON)), PYTHON + " is missing");
        Assumptions.assumeTrue(start(List.of(PYTHON, "-c", "import anndata, h5py")).waitFor() == 0,
            PYTHON + " has no anndata and h5py (Debian: apt-get install python3-anndata python3-h5py)");
    }

    private static Process start(final List<String> command) throws IOException {
        final var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder.start();
    }

    /**
     * @param files pairs of a file to read and one to write
     * @return what anndata tells of each file read
     */
    static List<JsonNode> roundTrip(final List<Path> files) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of(PYTHON, new File(SCRIPT).getAbsolutePath()));
        files.forEach(f -> command.add(f.toString()));
        final var process = start(command);
        final var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("anndata failed:\n" + output);
        }
        final List<JsonNode> told = new ArrayList<>();
        for (final var line : output.lines().filter(l -> l.startsWith("{")).toList()) {
            told.add(new ObjectMapper().readTree(line));
        }
        return told;
    }
}
