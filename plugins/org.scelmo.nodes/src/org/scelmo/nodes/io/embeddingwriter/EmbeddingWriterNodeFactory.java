package org.scelmo.nodes.io.embeddingwriter;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.io.library.write.EmbeddingWriter;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;

/** Writes named vectors to a file. */
public final class EmbeddingWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Embedding Writer") //
        .icon("./embedding-writer.png") //
        .shortDescription("Writes the vectors of genes to a text or NumPy file.") //
        .fullDescription("""
                Writes named vectors, for example of genes, to a file that the Embedding Reader, pandas and NumPy \
                read. Use it to keep vectors that were costly to make, to share them, or to take the genes you need \
                out of a large library.
                <ul>
                  <li><b>Text:</b> UTF-8 with a header line and decimal points, each number in the shortest form that \
                  gives the same 32-bit number again.</li>
                  <li><b>NumPy:</b> smaller and faster than text; the names lie in a text file beside the matrix, \
                  where the Embedding Reader finds them.</li>
                  <li><b>Whole or not at all:</b> a file gets its name only when it is complete. If the node is \
                  canceled or fails, nothing is left.</li>
                  <li><b>Parquet:</b> turn the vectors into a table with Embedding to Table and use KNIME's Parquet \
                  Writer.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Embedding", "The named vectors to write.", EmbeddingPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(EmbeddingWriterParameters.class) //
            .configure(EmbeddingWriterNodeFactory::configure) //
            .execute(EmbeddingWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("embedding", "gene embedding", "export", "save", "NumPy", "CSV", "GenePT", "LLM", "scELMo");

    public EmbeddingWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        in.<EmbeddingWriterParameters> getParameters().target().check();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final EmbeddingWriterParameters parameters = in.getParameters();
            final EmbeddingPortObject input = in.getInPortObject(0);
            final var embedding = input.open();
            final var progress = ExecutionProgress.of(in.getExecutionContext());
            parameters.target().write((file, existing) -> EmbeddingWriter.write(embedding, file, existing,
                parameters.m_format.format(), progress));
        });
    }
}
