package org.scelmo.core.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;

import org.scelmo.core.Progress;
import org.scelmo.core.embedding.Averaging;
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.matrix.RowBlocks;

/** Our embeddings of the reference data sets, by the names that the reference results use. */
public final class GoldenEmbedding {

    private GoldenEmbedding() {
    }

    public static Averaging averaging(final String mode) {
        return mode.equals("aa") ? Averaging.ARITHMETIC : Averaging.WEIGHTED;
    }

    /**
     * @param dataSet {@code pbmc4k_soupx} or {@code pbmc_symphony_3batch}
     * @param name {@code aa} or {@code wa}, {@code _}, {@code seeded1536} or {@code hgnc_svd128}; or {@code X_pca}
     * @return cells × dimensions
     */
    public static float[][] compute(final String dataSet, final String name) throws IOException {
        if (name.equals("X_pca")) {
            return GoldenData.npyFloat(dataSet + "/X_pca.npy");
        }
        final var vectors = name.endsWith("seeded1536") ? GoldenData.npyFloat(dataSet + "/scelmo/gene_emb_1536_f32.npy")
            : hgnc(dataSet);
        final int dimensions = name.endsWith("seeded1536") ? 1536 : 128;
        final var rows = new ArrayList<float[]>();
        new CellEmbedder(vectors, dimensions, averaging(name.substring(0, 2)), 2).embed(
            RowBlocks.of(GoldenData.h5adX(dataSet + "/ref.h5ad")), (block, count) -> {
                for (int i = 0; i < count; i++) {
                    rows.add(block[i].clone());
                }
            }, Progress.NONE);
        return rows.toArray(float[][]::new);
    }

    private static float[][] hgnc(final String dataSet) throws IOException {
        final var all = GoldenData.npyFloat("gene_embeddings/hgnc_svd128.npy");
        final var names = Files.readAllLines(GoldenData.path("gene_embeddings/hgnc_svd128_genes.txt"));
        final var byName = new HashMap<String, float[]>();
        for (int i = 0; i < all.length; i++) {
            byName.put(names.get(i), all[i]);
        }
        return Files.readAllLines(GoldenData.path(dataSet + "/scelmo/genes.txt")).stream().map(byName::get)
            .toArray(float[][]::new);
    }
}
