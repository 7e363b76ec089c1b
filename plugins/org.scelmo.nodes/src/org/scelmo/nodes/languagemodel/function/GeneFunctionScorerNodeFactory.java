package org.scelmo.nodes.languagemodel.function;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.annotate.ClassificationReport;
import org.scelmo.core.embedding.FeatureEmbedding;
import org.scelmo.llm.evaluate.FunctionPrediction;
import org.scelmo.llm.evaluate.FunctionPrediction.Result;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Tells whether vectors of genes know what the genes do. */
public final class GeneFunctionScorerNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SCORES = new DataTableSpec(Tables.column("Value", DoubleCell.TYPE));

    private static final DataTableSpec GENES = new DataTableSpec(Tables.column("Function", StringCell.TYPE),
        Tables.column("Predicted", StringCell.TYPE), Tables.column("Share of votes", DoubleCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Gene Function Scorer") //
        .icon("./gene-function-scorer.png") //
        .shortDescription("Tells how well the functions of genes can be predicted from their vectors.") //
        .fullDescription("""
                Holds out a random part of the genes whose function is known, predicts the function of each from its \
                nearest genes among the others, and compares. Vectors that know what genes do score high. Use it to \
                compare language models, prompts, and random vectors.
                <ul>
                  <li><b>The paper's setting</b> is the default: 10 neighbors, 20 % held out. Its seed and distance \
                  are not published; its accuracy with the functions of Geneformer's table was 0.931.</li>
                  <li><b>Compare with the most frequent function:</b> the share of genes that have it is the accuracy \
                  of a guess, and is given too.</li>
                  <li><b>Genes</b> without a vector or a function are left out; a warning counts those with a \
                  function. The first function of a gene counts.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Embedding", "Vectors of the genes.", EmbeddingPortObject.TYPE) //
            .addInputTable("Functions", "Table with a column of genes and a column with the function of each.") //
            .addOutputTable("Scores", "Accuracy, macro F1, share of the most frequent function, and number of genes "
                + "predicted.") //
            .addOutputTable("Genes", "One row per gene held out: its function, the predicted one, and the share of "
                + "the neighbors that have it.")) //
        .model(m -> m //
            .parametersClass(GeneFunctionScorerParameters.class) //
            .configure(GeneFunctionScorerNodeFactory::configure) //
            .execute(GeneFunctionScorerNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("gene function", "evaluation", "kNN", "gene embedding", "LLM", "benchmark", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public GeneFunctionScorerNodeFactory() {
        super(NODE);
    }

    /** Positions of the two columns. */
    private record Chosen(int genes, int functions) {
    }

    private static Chosen chosen(final GeneFunctionScorerParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        parameters.guess(spec);
        parameters.validate();
        return new Chosen(Columns.find(spec, parameters.m_genes, "gene", StringValue.class),
            Columns.find(spec, parameters.m_functions, "function", StringValue.class));
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        chosen(in.getParameters(), in.getInTableSpec(1));
        out.setOutSpecs(SCORES, GENES);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final GeneFunctionScorerParameters parameters = in.getParameters();
            final EmbeddingPortObject vectors = in.getInPortObject(0);
            final var table = in.getInTable(1);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var embedding = vectors.open();
            final var labels =
                labels(embedding, functions(table, parameters, warnings, progress.part(0, 0.3)), warnings);
            final var result = new FunctionPrediction(parameters.m_distance.metric(), parameters.m_neighbors,
                parameters.m_heldOut / 100.0, parameters.m_seed).predict(embedding.vectors(), labels,
                    Runtime.getRuntime().availableProcessors(), progress.part(0.3, 1));
            out.setOutData(0, scores(result, labels, exec));
            out.setOutData(1, genes(result, embedding, labels, exec));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static Map<String, String> functions(final BufferedDataTable table,
        final GeneFunctionScorerParameters parameters, final Warnings warnings, final Progress progress)
        throws InvalidSettingsException {
        final var chosen = chosen(parameters, table.getDataTableSpec());
        final var functions = new HashMap<String, String>();
        long again = 0;
        long done = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                progress.checkCanceled();
                progress.update((double)++done / table.size(), () -> "Reading functions");
                final var gene = row.getCell(chosen.genes);
                final var function = row.getCell(chosen.functions);
                if (!gene.isMissing() && !function.isMissing() && functions.putIfAbsent(
                    ((StringValue)gene).getStringValue(), ((StringValue)function).getStringValue()) != null) {
                    again++;
                }
            }
        }
        if (again > 0) {
            warnings.add("%,d rows name a gene that came before; the first function of a gene counts.", again);
        }
        return functions;
    }

    private static List<String> labels(final FeatureEmbedding embedding, final Map<String, String> functions,
        final Warnings warnings) {
        final var labels = Arrays.asList(new String[embedding.size()]);
        int known = 0;
        for (int i = 0; i < embedding.size(); i++) {
            final var function = functions.get(embedding.names().get(i));
            labels.set(i, function);
            known += function == null ? 0 : 1;
        }
        if (known == 0) {
            throw new ScelmoException("None of the %,d genes with a function has a vector.".formatted(functions.size()),
                "Check that table and embedding name genes alike; Map Gene Identifiers translates names.");
        }
        if (known < functions.size()) {
            warnings.add("%,d of %,d genes with a function have no vector and are left out.", functions.size() - known,
                functions.size());
        }
        return labels;
    }

    private static BufferedDataTable scores(final Result result, final List<String> labels,
        final ExecutionContext exec) {
        final ClassificationReport report = result.report();
        final var counts = new HashMap<String, Integer>();
        for (final int row : result.rows()) {
            counts.merge(labels.get(row), 1, Integer::sum);
        }
        final double most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        final var container = exec.createDataContainer(SCORES);
        container.addRowToTable(new DefaultRow("Accuracy", new DoubleCell(report.accuracy())));
        container.addRowToTable(new DefaultRow("Macro F1", new DoubleCell(report.macroF1())));
        container.addRowToTable(
            new DefaultRow("Share of the most frequent function", new DoubleCell(most / result.rows().length)));
        container.addRowToTable(new DefaultRow("Genes predicted", new DoubleCell(result.rows().length)));
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable genes(final Result result, final FeatureEmbedding embedding,
        final List<String> labels, final ExecutionContext exec) throws IOException {
        final var ids =
            Arrays.stream(result.rows()).mapToObj(embedding.names()::get).toArray(String[]::new);
        return Tables.build(GENES, ids, i -> {
            final var prediction = result.predictions().get(i);
            return new DataCell[]{new StringCell(labels.get(result.rows()[i])), new StringCell(prediction.label()),
                new DoubleCell(prediction.confidence())};
        }, exec, ExecutionProgress.of(exec));
    }
}
