package org.scelmo.nodes.languagemodel.nearest;

import java.io.IOException;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.llm.evaluate.NearestNames;
import org.scelmo.llm.evaluate.NearestNames.Near;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.EmbeddingPair;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;

/** Lists the genes whose vectors are most like those of questions. */
public final class NearestGenesNodeFactory extends DefaultNodeFactory {

    private static final int BLOCK = 256;

    private static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Query", StringCell.TYPE),
        Tables.column("Rank", IntCell.TYPE), Tables.column("Gene", StringCell.TYPE),
        Tables.column("Cosine", DoubleCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Nearest Genes") //
        .icon("./nearest-genes.png") //
        .shortDescription("Lists the genes whose descriptions are most like a text.") //
        .fullDescription("""
                Compares the vectors of queries with the vectors of genes and lists the most similar genes of each \
                query. A query is any text that Gene Embed has turned into a vector with the same model: a question \
                such as "insulin secretion", the description of a drug or a disease, or the sentence of a cell. Use it \
                to see what the vectors know, and to find candidates.
                <ul>
                  <li><b>Similarity</b> is the cosine of the two vectors, from −1 to 1. Texts of one language \
                  model are all rather similar (0.7 and more): the order tells more than the value.</li>
                  <li><b>Same model:</b> vectors of different models cannot be compared, even when they have the same \
                  length.</li>
                  <li><b>A vector of zeros</b>, as some libraries have it for genes without a description, has cosine \
                  0 with everything.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Embedding", "Vectors of the genes to search.", EmbeddingPortObject.TYPE) //
            .addInputPort("Queries", "Vectors of the queries, of the same model.", EmbeddingPortObject.TYPE) //
            .addOutputTable("Nearest genes", "One row per query and gene: rank 1 is the most similar.")) //
        .model(m -> m //
            .parametersClass(NearestGenesParameters.class) //
            .configure(NearestGenesNodeFactory::configure) //
            .execute(NearestGenesNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("similarity", "search", "cosine", "gene embedding", "LLM", "drug target", "scELMo");

    public NearestGenesNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        EmbeddingPair.checkSpecs(in.getInPortSpec(0), in.getInPortSpec(1));
        out.setOutSpecs(SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final NearestGenesParameters parameters = in.getParameters();
            final EmbeddingPortObject genes = in.getInPortObject(0);
            final EmbeddingPortObject queries = in.getInPortObject(1);
            EmbeddingPair.checkSpecs(genes.getSpec(), queries.getSpec());
            final var exec = in.getExecutionContext();
            out.setOutData(0, search(genes.open(), queries.open(), parameters.m_count, exec));
        });
    }

    private static BufferedDataTable search(final FeatureEmbedding genes, final FeatureEmbedding queries,
        final int count, final ExecutionContext exec) throws IOException {
        EmbeddingPair.check(genes, queries);
        final Progress progress = ExecutionProgress.of(exec);
        final int threads = Runtime.getRuntime().availableProcessors();
        final var container = exec.createDataContainer(SPEC);
        long row = 0;
        for (int first = 0; first < queries.size(); first += BLOCK) {
            final int size = Math.min(BLOCK, queries.size() - first);
            final var part = progress.part((double)first / queries.size(), (first + size) / (double)queries.size());
            final List<List<Near>> found =
                NearestNames.of(genes, queries.vectors().copy(first, size), count, threads, part);
            for (int q = 0; q < size; q++) {
                final var query = new StringCell(queries.names().get(first + q));
                int rank = 0;
                for (final var near : found.get(q)) {
                    container.addRowToTable(new DefaultRow("Row" + row++, query, new IntCell(++rank),
                        new StringCell(near.name()), new DoubleCell(near.cosine())));
                }
            }
        }
        container.close();
        return container.getTable();
    }
}
