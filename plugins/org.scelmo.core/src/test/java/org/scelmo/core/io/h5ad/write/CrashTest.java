package org.scelmo.core.io.h5ad.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.hdf5.Hdf5Exception;
import org.scelmo.core.io.hdf5.write.Compression;

/** A process that is killed while it writes, as by a crash or a power cut. */
class CrashTest {

    private static final long ENOUGH = 1 << 20;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path m_folder;

    /** Writes rows without end, to be killed. */
    static final class Endless {

        private Endless() {
        }

        public static void main(final String[] args) throws IOException {
            final var rows = new ComputedRows(1000, (sink, progress) -> {
                final var block = new float[100][1000];
                while (true) {
                    sink.append(block, block.length);
                }
            });
            final var data = AnnData.of(null, new Frame(new String[]{"cell"}, Map.of()),
                new Frame(new String[0], Map.of()));
            H5adWriter.write(data, Map.of("endless", rows), Path.of(args[0]), ExistingFile.OVERWRITE, Compression.GZIP,
                Progress.NONE);
        }
    }

    private List<Path> parts() throws IOException {
        try (var files = Files.list(m_folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".part")).toList();
        }
    }

    @Test
    void afterAKillTheOldFileIsThereAndTheHalfOneIsNoneForReaders() throws IOException, InterruptedException {
        final var file = Files.writeString(m_folder.resolve("out.h5ad"), "old");
        final var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        final var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
            Endless.class.getName(), file.toString()).inheritIO().start();
        try {
            final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (parts().isEmpty() || Files.size(parts().get(0)) < ENOUGH) {
                assertTrue(process.isAlive() && System.nanoTime() < end, "the process does not write");
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals("old", Files.readString(file));
        final var half = parts().get(0);
        assertTrue(Files.size(half) >= ENOUGH);
        assertThrows(Hdf5Exception.class, () -> H5adFile.open(half));
    }
}
