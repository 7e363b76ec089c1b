package org.scelmo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.store.StorePart;
import org.scelmo.core.io.store.StoreWriter;
import org.scelmo.core.io.store.StoredAnnData;

/**
 * What AnnData Reader and Cell Embed do with a large .h5ad file: bring it into the store of the AnnData port, embed the
 * cells from there, store the embedding. Run with a small heap ({@code JAVA_OPTS=-Xmx2g}); the file comes from
 * {@code benchmarks/peers/make_h5ad.py}.
 */
public final class H5adScaleBenchmark {

    private static final int DIMENSIONS = 1_536;

    private H5adScaleBenchmark() {
    }

    /** @param args the .h5ad file; the store is made beside it and removed again */
    public static void main(final String[] args) throws Exception {
        Timing.printMachine();
        final var source = Path.of(args[0]).toAbsolutePath();
        final var store = Files.createTempDirectory(source.getParent(), "store");
        try {
            final List<StorePart> parts = new ArrayList<>();
            final double reading = Timing.once(() -> {
                try (var file = H5adFile.open(source)) {
                    return parts.addAll(StoreWriter.anndata(file.read(Selection.x(), Progress.NONE).data(),
                        name -> folder(store, name), Progress.NONE));
                }
            });
            final var data = StoredAnnData.open(parts, part -> folder(store, part.name()));
            System.out.printf("%,d cells x %,d genes read into the store in %.1f s%n", data.cells(), data.genes(),
                reading);
            final var vectors = SyntheticCells.vectors(data.genes(), DIMENSIONS, 1);
            final double embedding = Timing.once(() -> {
                final var name = StorePart.OBSM + "X_scelmo";
                try (var out = StoreWriter.dense(folder(store, name), name, DIMENSIONS)) {
                    new CellEmbedder(vectors, DIMENSIONS, Averaging.WEIGHTED, 2).embed(data.x().orElseThrow(), out,
                        Progress.NONE);
                    return parts.add(out.finish());
                }
            });
            System.out.printf("embedded (wa, two threads) and stored in %.1f s: %,d MB of vectors%n", embedding,
                parts.get(parts.size() - 1).bytes() >> 20);
            System.out.printf("peak heap %,d MB, peak of the process %s%n", Memory.peakHeap() >> 20, Memory.peakOfProcess());
        } finally {
            delete(store);
        }
    }

    private static Path folder(final Path store, final String part) {
        return store.resolve(part.replace('/', '_'));
    }

    private static void delete(final Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
