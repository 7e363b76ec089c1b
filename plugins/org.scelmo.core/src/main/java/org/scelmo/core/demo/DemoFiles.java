package org.scelmo.core.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.write.Compression;

/** Writes the two files of the example workflow; both are simulated. */
public final class DemoFiles {

    /** Name of the cells' file. */
    public static final String CELLS = "simulated-pbmc.h5ad";

    /** Name of the gene vectors' file. */
    public static final String VECTORS = "gene-vectors.tsv";

    private DemoFiles() {
    }

    /**
     * Writes {@value #CELLS} (see {@link SimulatedPbmc}) and {@value #VECTORS} (see {@link SimulatedGeneVectors};
     * header, then a symbol and 64 numbers per line); existing files are replaced.
     *
     * @param folder created if it does not exist
     */
    public static void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        H5adWriter.write(SimulatedPbmc.simulate(SimulatedPbmc.CELLS, SimulatedPbmc.SEED), folder.resolve(CELLS),
            ExistingFile.OVERWRITE, Compression.GZIP, Progress.NONE);
        writeVectors(SimulatedGeneVectors.simulate(SimulatedPbmc.SEED), folder.resolve(VECTORS));
    }

    private static void writeVectors(final FeatureEmbedding embedding, final Path file) throws IOException {
        final var rows = embedding.vectors().copy(0, embedding.size());
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("gene");
            for (int d = 1; d <= embedding.dimensions(); d++) {
                out.write("\tv" + d);
            }
            out.write('\n');
            for (int i = 0; i < rows.length; i++) {
                out.write(embedding.names().get(i));
                for (final var value : rows[i]) {
                    out.write(String.format(Locale.ROOT, "\t%.4f", value));
                }
                out.write('\n');
            }
        }
    }

    /** @param args the folder to write into */
    public static void main(final String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Name one folder: where to write the example files.");
        }
        write(Path.of(args[0]));
    }
}
