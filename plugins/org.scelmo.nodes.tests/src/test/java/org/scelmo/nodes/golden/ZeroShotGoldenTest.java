package org.scelmo.nodes.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.nodes.annotation.knn.KnnAnnotateNodeFactory;
import org.scelmo.nodes.annotation.scorer.AnnotationScorerNodeFactory;
import org.scelmo.nodes.embedding.cellembed.CellEmbedNodeFactory;
import org.scelmo.nodes.io.embeddingreader.EmbeddingReaderNodeFactory;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The whole chain of nodes on real cells (2,170 PBMCs of 10x, 2,000 genes, five labels) against scikit-learn 1.2.1 in
 * float64: predictions must be identical, scores to 1e-12. Needs the reference data folder.
 */
class ZeroShotGoldenTest {

    private static final Path GOLDEN = Path.of(System.getProperty("scelmo.shared", "../shared"), "golden");

    private static final Path SET = GOLDEN.resolve("pbmc4k_soupx");

    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @CsvSource({"wa_seeded1536, pbmc4k_soupx/scelmo/gene_emb_1536_f32.npy, pbmc4k_soupx/scelmo/genes.txt, cosine",
        "wa_hgnc_svd128, gene_embeddings/hgnc_svd128.npy, gene_embeddings/hgnc_svd128_genes.txt, cosine",
        "aa_hgnc_svd128, gene_embeddings/hgnc_svd128.npy, gene_embeddings/hgnc_svd128_genes.txt, euclidean"})
    void annotatesRealCellsAsScikitLearnDoes(final String embedding, final String vectors, final String names,
        final String distance) throws IOException {
        assumeTrue(Files.isDirectory(SET), "The reference data folder is not there: " + SET);
        final var expected = json(embedding, distance);
        try (var source = cells();
                var reader = TestNode.withPort(EmbeddingReaderNodeFactory::new, "AnnData", AnnDataPortObject.class)
                    .file(GOLDEN.resolve(vectors))
                    .location("namesFile", "LOCAL", null, GOLDEN.resolve(names).toString()).run(source.output(0));
                var embedder = TestNode.of(CellEmbedNodeFactory::new)
                    .set("mode", embedding.startsWith("wa") ? "WEIGHTED" : "ARITHMETIC")
                    .run(source.output(0), reader.output(0));
                var annotator = TestNode.of(KnnAnnotateNodeFactory::new).set("splitColumn", "set")
                    .set("splitValue", "train").set("label", "cell_type").set("ties", "ALPHABETICAL")
                    .set("embedding", "X_scelmo").set("distance", distance.toUpperCase(Locale.ROOT))
                    .run(embedder.output(0), embedder.output(0));
                var scorer = TestNode.of(AnnotationScorerNodeFactory::new).run(annotator.table(1))) {
            final var predictions = csv(SET.resolve("scelmo/knn_pred_%s_%s.csv".formatted(embedding, distance)));
            assertEquals(predictions.stream().map(row -> row[0]).toList(),
                Rows.texts(annotator.table(1), "cell_type"));
            assertEquals(predictions.stream().map(row -> row[1]).toList(),
                Rows.texts(annotator.table(1), "prediction"));
            final var scores = scorer.table(0);
            assertEquals(expected.get("accuracy").doubleValue(), Rows.number(scores, "Accuracy", "Value"), TOLERANCE);
            assertEquals(expected.get("macro_f1").doubleValue(), Rows.number(scores, "Macro F1", "Value"), TOLERANCE);
        }
    }

    private static JsonNode json(final String embedding, final String distance) throws IOException {
        return new ObjectMapper().readTree(SET.resolve("scelmo/scelmo_knn.json").toFile())
            .at("/embeddings/" + embedding + "/knn/sklearn_" + distance);
    }

    /** The cells with the published split as an annotation. */
    private static TestNode cells() throws IOException {
        final var split = csv(SET.resolve("scelmo/split.csv")).stream().map(row -> row[2]).toArray(String[]::new);
        try (var file = H5adFile.open(SET.resolve("ref.h5ad"))) {
            final var data = file.read(Selection.x().withoutExtras(), Progress.NONE).data();
            return SourceNodeFactory.of(data.withObs(data.obs().with("set", TestData.categorical(split))));
        }
    }

    private static List<String[]> csv(final Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
    }
}
