package org.scelmo.benchmarks;

import java.nio.file.Path;

import org.scelmo.core.Progress;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.write.Compression;

/** Makes a large .h5ad file of counts; the same arguments make the same bytes. A heap of 1 GB is enough for a million. */
public final class MakeCells {

    static final int GENES = 20_000;
    static final double DENSITY = 0.05;
    static final long SEED = 1;

    private MakeCells() {
    }

    /** @param args the file, the number of cells and {@code gzip} or {@code none} */
    public static void main(final String[] args) throws Exception {
        final int cells = Integer.parseInt(args[1]);
        make(Path.of(args[0]).toAbsolutePath(), cells, args[2].equals("gzip") ? Compression.GZIP : Compression.NONE);
    }

    /** @return seconds */
    static double make(final Path file, final int cells, final Compression compression) throws Exception {
        final double seconds = Timing.once(() -> H5adWriter.write(
            GeneratedCells.data(cells, GENES, DENSITY, SEED), file, ExistingFile.OVERWRITE, compression, Progress.NONE));
        System.out.printf("%,d cells x %,d genes generated and written in %.1f s: %,d MB%n", cells, GENES, seconds,
            file.toFile().length() >> 20);
        return seconds;
    }
}
