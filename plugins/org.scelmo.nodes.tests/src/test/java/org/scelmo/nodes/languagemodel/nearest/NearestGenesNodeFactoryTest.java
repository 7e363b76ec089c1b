package org.scelmo.nodes.languagemodel.nearest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.SourceNodeFactory;
import org.scelmo.nodes.testing.TestData;
import org.scelmo.nodes.testing.TestNode;

class NearestGenesNodeFactoryTest {

    private static final float[][] GENES = {{1, 0}, {1, 1}, {0, 2}, {0, 0}};

    private static TestNode genes() {
        return source(List.of("INS", "GCG", "HBB", "none"), GENES);
    }

    private static TestNode source(final List<String> names, final float[][] vectors) {
        return SourceNodeFactory.of(TestData.cells(), SourceNodeFactory.embedding(names, vectors));
    }

    private static TestNode node() {
        return TestNode.of(NearestGenesNodeFactory::new);
    }

    @Test
    void listsTheMostSimilarGenesOfEachQuery() {
        try (var genes = genes();
                var queries = source(List.of("islet", "blood"), new float[][]{{5, 0}, {0, 1}});
                var node = node().set("count", 2).run(genes.output(1), queries.output(1))) {
            final var table = node.table(0);
            assertEquals(List.of("islet", "islet", "blood", "blood"), Rows.texts(table, "Query"));
            assertEquals(List.of("INS", "GCG", "HBB", "GCG"), Rows.texts(table, "Gene"));
            assertEquals(1, Rows.number(table, "Row0", "Cosine"), 1e-7);
            assertEquals(Math.sqrt(0.5), Rows.number(table, "Row1", "Cosine"), 1e-7);
            assertEquals(2, Rows.number(table, "Row3", "Rank"));
        }
    }

    @Test
    void fewerGenesThanAskedForAreAllListed() {
        try (var genes = genes(); var node = node().run(genes.output(1), genes.output(1))) {
            assertEquals(16, node.table(0).size());
        }
    }

    @Test
    void vectorsOfOtherLengthAreRefusedBeforeExecution() {
        try (var genes = genes();
                var queries = source(List.of("q"), new float[][]{{1, 2, 3}});
                var node = node()) {
            assertEquals("The vectors have different lengths: 2 and 3 dimensions.",
                node.configureFailure(genes.<EmbeddingPortObject> output(1).getSpec(),
                    queries.<EmbeddingPortObject> output(1).getSpec()));
        }
    }

    @Test
    void anEmptyInputIsNamed() {
        try (var genes = genes();
                var queries = SourceNodeFactory.of(TestData.cells(),
                    new FeatureEmbedding(List.of(), DenseMatrix.of(new float[0][], 2), Provenance.unknown()));
                var node = node()) {
            assertEquals("The second input has no vectors.", node.failure(genes.output(1), queries.output(1)));
        }
    }
}
