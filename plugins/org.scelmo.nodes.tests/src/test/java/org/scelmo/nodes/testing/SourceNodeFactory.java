package org.scelmo.nodes.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.Messages;

/** Puts data made by a test on the wire. */
public final class SourceNodeFactory extends DefaultNodeFactory {

    private record Content(AnnData data, FeatureEmbedding embedding) {
    }

    private static final AtomicReference<Content> NEXT = new AtomicReference<>();

    public SourceNodeFactory() {
        super(DefaultNode.create().name("Source").icon("./none.png").shortDescription("Test data.")
            .fullDescription("Test data.").sinceVersion(0, 1, 0)
            .ports(p -> p.addOutputPort("AnnData", "Data.", AnnDataPortObject.TYPE)
                .addOutputPort("Embedding", "Vectors.", EmbeddingPortObject.TYPE))
            .model(m -> m.withoutParameters().configure((i, o) -> { }).execute(SourceNodeFactory::execute)));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final var content = NEXT.get();
        Messages.translate(() -> {
            final var exec = in.getExecutionContext();
            out.setOutData(0, AnnDataWriter.write(content.data, "test", exec, Progress.NONE));
            out.setOutData(1, EmbeddingPortObject.create(content.embedding, exec, Progress.NONE));
        });
    }

    /** @return an executed node with the data at output 0 and the vectors at output 1 */
    public static synchronized TestNode of(final AnnData data, final FeatureEmbedding embedding) {
        NEXT.set(new Content(data, embedding));
        return TestNode.of(SourceNodeFactory::new).run();
    }

    /** @return an executed node with the data at output 0 */
    public static TestNode of(final AnnData data) {
        return of(data, embedding(List.of("none"), new float[][]{{0}}));
    }

    /** @return vectors of genes */
    public static FeatureEmbedding embedding(final List<String> names, final float[][] vectors) {
        return new FeatureEmbedding(names, DenseMatrix.of(vectors, vectors[0].length), Provenance.unknown());
    }
}
