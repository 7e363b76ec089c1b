package org.scelmo.nodes.io.tabletoembedding;

import java.util.Map;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Turns a table of names and vectors into an embedding. */
public final class TableToEmbeddingNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Table to Embedding") //
        .icon("./table-to-embedding.png") //
        .shortDescription("Turns a table of names and vectors into vectors of genes.") //
        .fullDescription("""
                Creates an embedding from a table with one row per vector: a name, for example a gene symbol, and its \
                numbers. Use it for vectors that other nodes made or read, such as the Text Embedder of KNIME's AI \
                extension or the Parquet Reader, before Cell Embed.
                <ul>
                  <li><b>One list column:</b> all numbers of a vector in one column, as KNIME's AI extension keeps \
                  embeddings.</li>
                  <li><b>One column per dimension:</b> the chosen number columns in their order.</li>
                  <li><b>Lengths:</b> all vectors must have the same length; the first row with another one is \
                  named.</li>
                  <li><b>Precision:</b> numbers become 32-bit. The table that Embedding to Table makes gives the same \
                  vectors again.</li>
                  <li><b>Memory:</b> the table is read once, row by row, so that it may be larger than the \
                  memory.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputTable("Table", "One row per vector.") //
            .addOutputPort("Embedding", "The named vectors, in the order of the table.", EmbeddingPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(TableToEmbeddingParameters.class) //
            .configure(TableToEmbeddingNodeFactory::configure) //
            .execute(TableToEmbeddingNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("embedding", "vector", "gene embedding", "LLM", "GenAI", "Parquet", "convert", "scELMo");

    public TableToEmbeddingNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final TableToEmbeddingParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.names(spec);
        parameters.vectors(spec);
        // how many vectors of which length there are is known once the table is read
        out.setOutSpec(0, EmbeddingPortObjectSpec.open(provenance(parameters)));
    }

    private static Provenance provenance(final TableToEmbeddingParameters parameters) {
        return parameters.m_source.isBlank() ? Provenance.unknown()
            : new Provenance(Map.of("source", parameters.m_source.strip()));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final TableToEmbeddingParameters parameters = in.getParameters();
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            final var exec = in.getExecutionContext();
            final var vectors = new TableVectors(table, parameters, parameters.names(spec), parameters.vectors(spec),
                ExecutionProgress.of(exec));
            out.setOutData(0, EmbeddingPortObject.stream(vectors, provenance(parameters), exec));
            final var warnings = new Warnings();
            vectors.warn(warnings);
            warnings.tell(out::setWarningMessage);
        });
    }
}
