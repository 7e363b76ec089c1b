package org.scelmo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.h5ad.write.ComputedRows;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedColumns;
import org.scelmo.core.preprocess.HighlyVariableGenes;
import org.scelmo.core.preprocess.HighlyVariableGenes.Flavor;
import org.scelmo.core.preprocess.HvgChoice;
import org.scelmo.core.preprocess.Normalization;
import org.scelmo.core.preprocess.VariableGenes;

/**
 * From a file of counts to a file of cell embeddings with a small heap: normalize each cell to 10,000, log1p, 2,000
 * highly variable genes (seurat), weighted averages of their vectors, all by the classes that the nodes call. Nothing is
 * stored between. The counts are read twice, since which genes vary most is known only when all cells were seen.
 */
public final class MillionCells {

    private static final int DIMENSIONS = 1_536;
    private static final int VARIABLE = 2_000;
    private static final double TARGET = 10_000;
    private static final int PEER_CELLS = 50_000;

    private MillionCells() {
    }

    /**
     * @param args number of cells, and optionally {@code all} to embed with all genes. The folder for temporary files
     *            needs 8 GB of space for a million cells; what is written is removed again
     */
    public static void main(final String[] args) throws Exception {
        final int cells = Integer.parseInt(args[0]);
        final boolean allGenes = args.length > 1 && args[1].equals("all");
        final var folder = Files.createTempDirectory("cells");
        final var counts = folder.resolve("counts.h5ad");
        final var result = folder.resolve("embedded.h5ad");
        try {
            MakeCells.make(counts, cells, Compression.GZIP);
            Timing.printMachine();
            final double seconds = Timing.once(() -> run(counts, result, allGenes));
            System.out.printf("%,d cells in %.1f s, %.1f us per cell; %,d MB written; peak heap %,d MB, peak of the "
                + "process %s%n", cells, seconds, seconds / cells * 1e6, Files.size(result) >> 20,
                Memory.peakHeap() >> 20, Memory.peakOfProcess());
            if (cells <= PEER_CELLS && !allGenes) {
                final double all = seconds;
                Peer.seconds("million_cells.py", 2, counts, folder.resolve("peer.h5ad"), DIMENSIONS, VARIABLE)
                    .ifPresent(s -> System.out.printf("  numpy and scipy %.1f s, %.1f times as long%n", s, s / all));
            }
        } finally {
            for (final var file : new Path[]{counts, result, folder.resolve("peer.h5ad"), folder}) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path run(final Path counts, final Path result, final boolean allGenes) throws Exception {
        try (var file = H5adFile.open(counts)) {
            final var data = file.read(Selection.x(), Progress.NONE).data();
            final var x = Normalization.log1p(Normalization.total(data.x().orElseThrow(), TARGET));
            final var found = new VariableGenes[1];
            final double finding = Timing.once(() -> found[0] =
                HighlyVariableGenes.find(x, Flavor.SEURAT, HvgChoice.top(VARIABLE), Progress.NONE));
            System.out.printf("  read, normalized, %,d highly variable genes found in %.1f s%n",
                found[0].indices().length, finding);
            final double embedding = Timing.once(() -> embed(data, x, found[0], allGenes, result));
            System.out.printf("  read again, embedded and written in %.1f s%n", embedding);
        }
        return result;
    }

    private static Path embed(final AnnData data, final RowBlocks x, final VariableGenes found, final boolean allGenes,
        final Path result) throws IOException {
        final var genes = allGenes ? IntStream.range(0, data.genes()).toArray() : found.indices();
        final var library = SyntheticCells.vectors(data.genes(), DIMENSIONS, 1);
        final var vectors = IntStream.of(genes).mapToObj(g -> library[g]).toArray(float[][]::new);
        final var embedder = new CellEmbedder(vectors, DIMENSIONS, Averaging.WEIGHTED,
            Runtime.getRuntime().availableProcessors());
        final var rows = new ComputedRows(DIMENSIONS,
            (sink, progress) -> embedder.embed(new SelectedColumns(x, genes), sink, progress));
        final var var = data.var().with("highly_variable", new BooleanColumn(found.selected(), null));
        H5adWriter.write(AnnData.of(null, data.obs(), var), Map.of("X_scelmo", rows), result, ExistingFile.FAIL,
            Compression.NONE, Progress.NONE);
        return result;
    }
}
