package org.scelmo.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.RowSink;

/**
 * A large .h5ad file, read, embedded and stored while it streams. Run with a small heap ({@code JAVA_OPTS=-Xmx2g}); the
 * file comes from {@code benchmarks/peers/make_h5ad.py}.
 */
public final class H5adScaleBenchmark {

    private static final int DIMENSIONS = 1_536;

    private H5adScaleBenchmark() {
    }

    /** @param args the .h5ad file */
    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var result = Files.createTempFile(Path.of(args[0]).toAbsolutePath().getParent(), "embedding", ".npy");
        try (var file = H5adFile.open(Path.of(args[0]))) {
            final long start = System.nanoTime();
            final var data = file.read(Selection.x(), Progress.NONE).data();
            final var vectors = SyntheticCells.vectors(data.genes(), DIMENSIONS, 1);
            System.out.printf("opened %,d cells x %,d genes after %.1f s (with the gene vectors)%n", data.cells(),
                data.genes(), (System.nanoTime() - start) / 1e9);
            final double seconds = Timing.once(() -> {
                try (var out = new BufferedOutputStream(Files.newOutputStream(result), 1 << 20)) {
                    out.write(NpyHeader.of(NpyHeader.FLOAT32, data.cells(), DIMENSIONS).toBytes());
                    return new CellEmbedder(vectors, DIMENSIONS, Averaging.WEIGHTED, 2)
                        .embed(data.x().orElseThrow(), toFile(out), Progress.NONE);
                }
            });
            System.out.printf("read, embedded (wa, two threads) and stored in %.1f s; %,d MB of vectors%n", seconds,
                Files.size(result) >> 20);
            System.out.printf("peak heap %,d MB, peak of the process %s%n", peakHeap() >> 20, peakOfProcess());
        } finally {
            Files.delete(result);
        }
    }

    private static RowSink toFile(final OutputStream out) {
        final var bytes = ByteBuffer.allocate(DIMENSIONS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return (rows, count) -> {
            for (int i = 0; i < count; i++) {
                bytes.asFloatBuffer().put(rows[i], 0, DIMENSIONS);
                out.write(bytes.array());
            }
        };
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }

    private static String peakOfProcess() throws IOException {
        final var status = Path.of("/proc/self/status");
        return Files.isReadable(status) ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM"))
            .map(l -> l.replaceAll("\\s+", " ")).findFirst().orElse("not known") : "not known";
    }
}
