package org.scelmo.nodes.languagemodel.stability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.llm.evaluate.Stability;
import org.scelmo.llm.evaluate.Stability.Answers;
import org.scelmo.nodes.languagemodel.stability.EmbeddingStabilityParameters.SingleNames;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.EmbeddingPair;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Compares vectors of two answers about the same genes. */
public final class EmbeddingStabilityNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec NAMES = new DataTableSpec(Tables.column("Cosine", DoubleCell.TYPE));

    private static final DataTableSpec SUMMARY = new DataTableSpec(Tables.column("Value", DoubleCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Embedding Stability") //
        .icon("./embedding-stability.png") //
        .shortDescription("Tells how alike two answers about the same genes are, by their vectors.") //
        .fullDescription("""
                A language model asked twice does not say the same twice. This node compares the vectors of two \
                answers about each gene, and sets them against the vectors of different genes: only if a gene's two \
                answers are closer to each other than to answers about other genes do the vectors tell genes apart. \
                Use it before paying for many genes, to choose a model and a prompt.
                <ul>
                  <li><b>Two answers:</b> execute LLM Describe twice with different seeds, prompts or models, and turn \
                  both into vectors with the same embedding model.</li>
                  <li><b>Published values</b> (scELMo, GPT-3.5): more than 0.9 within a gene, 0.74 to 0.84 between \
                  genes.</li>
                  <li><b>Names</b> that only one input has are left out.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("First answers", "Vectors of the first answers.", EmbeddingPortObject.TYPE) //
            .addInputPort("Second answers", "Vectors of the second answers, of the same embedding model.",
                EmbeddingPortObject.TYPE) //
            .addOutputTable("Names", "One row per name in both inputs, with the cosine of its two vectors.") //
            .addOutputTable("Summary", "Mean cosine within names and between names, and number of names compared."))
        .model(m -> m //
            .parametersClass(EmbeddingStabilityParameters.class) //
            .configure(EmbeddingStabilityNodeFactory::configure) //
            .execute(EmbeddingStabilityNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("reproducibility", "cosine", "LLM", "evaluation", "gene embedding", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public EmbeddingStabilityNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        EmbeddingPair.checkSpecs(in.getInPortSpec(0), in.getInPortSpec(1));
        out.setOutSpecs(NAMES, SUMMARY);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final EmbeddingPortObject first = in.getInPortObject(0);
            final EmbeddingPortObject second = in.getInPortObject(1);
            final EmbeddingStabilityParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var warnings = new Warnings();
            final var stability = compare(first.open(), second.open(), parameters, exec, warnings);
            out.setOutData(0, names(stability, exec));
            out.setOutData(1, summary(stability, exec));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static Stability compare(final FeatureEmbedding first, final FeatureEmbedding second,
        final EmbeddingStabilityParameters parameters, final ExecutionContext exec, final Warnings warnings) {
        EmbeddingPair.check(first, second);
        final var progress = ExecutionProgress.of(exec);
        final var rows = new HashMap<String, Integer>();
        for (int i = 0; i < second.size(); i++) {
            rows.put(second.names().get(i), i);
        }
        final var both = IntStream.range(0, first.size()).filter(i -> rows.containsKey(first.names().get(i))).toArray();
        final int alone = first.size() + second.size() - 2 * both.length;
        if (alone > 0 && parameters.m_singleNames == SingleNames.FAIL) {
            throw new ScelmoException("%,d names are in one input only.".formatted(alone),
                "Check why the other input lacks them, for example the column Status of LLM Describe.",
                "Set 'Names in one input only' to leave out in the dialog.");
        }
        if (alone > 0) {
            warnings.add("%,d names are in one input only and are left out.", alone);
        }
        // read pair by pair: whole libraries of vectors take a gigabyte each
        return Stability.of(() -> Arrays.stream(both).mapToObj(i -> {
            progress.checkCanceled();
            final var name = first.names().get(i);
            return new Answers(name, List.of(vector(first, i), vector(second, rows.get(name))));
        }).iterator());
    }

    private static float[] vector(final FeatureEmbedding embedding, final int row) {
        try {
            return embedding.vectors().copy(row, 1)[0];
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedDataTable names(final Stability stability, final ExecutionContext exec) throws IOException {
        final var ids = stability.names().stream().map(Stability.OfName::name).toArray(String[]::new);
        return Tables.build(NAMES, ids, row -> new DataCell[]{new DoubleCell(stability.names().get(row).mean())}, exec,
            ExecutionProgress.of(exec));
    }

    private static BufferedDataTable summary(final Stability stability, final ExecutionContext exec) {
        final var container = exec.createDataContainer(SUMMARY);
        container.addRowToTable(new DefaultRow("Mean cosine within names", number(stability.within())));
        container.addRowToTable(new DefaultRow("Mean cosine between names", number(stability.between())));
        container.addRowToTable(new DefaultRow("Names", new DoubleCell(stability.names().size())));
        container.close();
        return container.getTable();
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
