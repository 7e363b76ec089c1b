package org.scelmo.nodes.languagemodel.geneembed;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.impl.description.ExternalResource;
import org.scelmo.core.embedding.Provenance;
import org.scelmo.llm.model.ModelIdentity;
import org.scelmo.llm.run.EmbedRun;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.support.credentials.CredentialFactory;
import org.scelmo.nodes.support.credentials.CredentialNode;
import org.scelmo.nodes.support.credentials.CredentialNode.Execution;
import org.scelmo.nodes.support.credentials.CredentialNode.Port;
import org.scelmo.nodes.support.credentials.CredentialNode.Texts;
import org.scelmo.nodes.support.credentials.Keys;
import org.scelmo.nodes.support.languagemodel.CostTable;
import org.scelmo.nodes.support.languagemodel.Models;
import org.scelmo.nodes.support.languagemodel.VectorSource;

/** Turns descriptions of genes and other texts into named vectors. */
public final class GeneEmbedNodeFactory extends CredentialFactory<GeneEmbedParameters> {

    private static final Texts TEXTS = new Texts("Gene Embed", "./gene-embed.png",
        "Turns texts about genes, cells or drugs into vectors with a language model.", """
            Turns each text of a table into a vector of numbers, so that texts that mean alike lie close together, and \
            puts the vectors out under their names. Use it for the answers of LLM Describe, for summaries from NCBI or \
            any table of names and texts, and for the sentences of Cell Sentences; Cell Embed takes the result.
            <ul>
              <li><b>Where it runs:</b> with a service such as OpenAI, on a server of your own, or on this computer \
              without a connection.</li>
              <li><b>Nothing is paid twice:</b> vectors are kept in a cache as soon as they come. Equal texts are \
              embedded once, and an execution that was canceled, failed or hit a limit goes on where it stopped.</li>
              <li><b>All vectors have one length:</b> a vector of another length, or with a number that is not finite, \
              is an error of its row.</li>
              <li><b>Names:</b> if a name comes again, its first vector counts.</li>
              <li><b>Provenance:</b> provider, model, cleaning and time are kept with the vectors.</li>
              <li><b>Vectors made elsewhere:</b> a column of lists of numbers, such as KNIME's AI extension makes, \
              may take the place of the texts. No model is asked then; each vector is checked, and the report tells \
              which cannot be used and why.</li>
            </ul>
            """,
        NodeType.Manipulator, List.of("LLM", "GenAI", "embedding", "OpenAI", "Ollama", "GenePT", "gene embedding",
            "text embedding", "scELMo"),
        List.of(new ExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)")));

    public GeneEmbedNodeFactory() {
        super(new CredentialNode<>(TEXTS,
            List.of(new Port("Texts", "Table with a column of names and a column of texts or of vectors.",
                BufferedDataTable.TYPE)),
            List.of(new Port("Embedding", "The vectors under their names, in the order of the table.",
                EmbeddingPortObject.TYPE),
                new Port("Report", "One row per row of the table: whether it has a vector and why not, tokens, cost, "
                    + "the model that answered, the hash of the text and the time of the answer.",
                    BufferedDataTable.TYPE),
                new Port("Cost", CostTable.DESCRIPTION, BufferedDataTable.TYPE)),
            GeneEmbedParameters.class, GeneEmbedNodeFactory::configure, GeneEmbedNodeFactory::execute));
    }

    private static PortObjectSpec[] configure(final GeneEmbedParameters parameters, final PortObjectSpec[] inputs,
        final Keys keys) throws InvalidSettingsException {
        final var spec = (DataTableSpec)inputs[0];
        if (parameters.m_source == VectorSource.VECTORS) {
            parameters.vectors(spec);
        } else {
            parameters.texts(spec);
            parameters.m_service.check(keys);
            parameters.m_cost.check(parameters.m_service);
        }
        // how many vectors of which length there are is known once they came
        return new PortObjectSpec[]{EmbeddingPortObjectSpec.open(Provenance.unknown()), Report.SPEC, CostTable.SPEC};
    }

    private static PortObject[] execute(final Execution<GeneEmbedParameters> execution)
        throws IOException, InvalidSettingsException {
        final var parameters = execution.parameters();
        final var spec = ((BufferedDataTable)execution.inputs()[0]).getDataTableSpec();
        if (parameters.m_source == VectorSource.VECTORS) {
            return write(execution, parameters.vectors(spec), given(parameters), true);
        }
        final var texts = parameters.texts(spec);
        final var budget = parameters.m_cost.budget(parameters.m_service);
        try (var model = Models.embedder(parameters.m_service, execution.keys(), parameters.dimensions(),
            parameters.m_batch); var cache = parameters.m_cache.open()) {
            return write(execution, texts.way(new EmbedRun(model, cache, budget, parameters.options())),
                provenance(model.identity(), parameters), budget.hasPrice());
        }
    }

    private static PortObject[] write(final Execution<GeneEmbedParameters> execution, final RowVectors.Way way,
        final Provenance provenance, final boolean hasPrice) throws IOException {
        final var exec = execution.exec();
        final var report = new Report(exec);
        final var vectors = new RowVectors((BufferedDataTable)execution.inputs()[0], way,
            execution.parameters().m_withoutVector, report, ExecutionProgress.of(exec));
        final var embedding = EmbeddingPortObject.stream(vectors, provenance, exec);
        final var warnings = new Warnings();
        vectors.warn(warnings);
        warnings.tell(execution.warning());
        return new PortObject[]{embedding, report.close(), CostTable.of(vectors.summary(), 0, hasPrice, exec)};
    }

    private static Provenance given(final GeneEmbedParameters parameters) {
        return new Provenance(Map.of("source", "KNIME table", "column", parameters.m_vectors));
    }

    private static Provenance provenance(final ModelIdentity model, final GeneEmbedParameters parameters) {
        final var entries = new LinkedHashMap<String, String>();
        entries.put("source", model.model());
        entries.put("provider", model.provider());
        entries.put("model", model.model());
        entries.put("cleaning", parameters.m_cleaning.name());
        entries.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return new Provenance(entries);
    }
}
