package org.scelmo.nodes.languagemodel.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;
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
import org.scelmo.core.Progress;
import org.scelmo.llm.evaluate.Bleu;
import org.scelmo.nodes.support.Columns;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Compares texts with references by BLEU. */
public final class DescriptionScorerNodeFactory extends DefaultNodeFactory {

    private static final int LONGEST = 4;

    private static final DataTableSpec MEANS = new DataTableSpec(Tables.column("Mean", DoubleCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Description Scorer") //
        .icon("./description-scorer.png") //
        .shortDescription("Compares the words of descriptions with those of references (BLEU).") //
        .fullDescription("""
                Tells how much of the wording of each text also stands in its reference, as BLEU-1 to BLEU-4: the \
                share of its words, pairs, triples and quadruples, with a penalty for texts that are shorter. Use it \
                to compare models or prompts of LLM Describe on genes whose summaries you have, as the scELMo paper \
                does.
                <ul>
                  <li><b>Range:</b> 0 (no word in common) to 1 (the same text).</li>
                  <li><b>Numbers</b> are those of NLTK 3.8 for the same words and smoothing.</li>
                  <li><b>Missing texts</b> or references get missing scores and are left out of the means.</li>
                  <li><b>Wording is not meaning:</b> a right description in other words scores low.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputTable("Texts", "Table with a column of texts and a column of references.") //
            .addOutputTable("Scores", "The input with BLEU-1 to BLEU-4 of each row.") //
            .addOutputTable("Means", "One row per score with its mean over all rows that have one.")) //
        .model(m -> m //
            .parametersClass(DescriptionScorerParameters.class) //
            .configure(DescriptionScorerNodeFactory::configure) //
            .execute(DescriptionScorerNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("BLEU", "LLM", "text similarity", "evaluation", "gene description", "scELMo") //
        .addExternalResource("https://doi.org/10.3115/1073083.1073135", "BLEU (Papineni et al. 2002)");

    public DescriptionScorerNodeFactory() {
        super(NODE);
    }

    /** Positions of the two columns. */
    private record Chosen(int texts, int references) {
    }

    private static Chosen chosen(final DescriptionScorerParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        parameters.guess(spec);
        return new Chosen(Columns.find(spec, parameters.m_texts, "text", StringValue.class),
            Columns.find(spec, parameters.m_references, "reference", StringValue.class));
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final var spec = in.getInTableSpec(0);
        chosen(in.getParameters(), spec);
        out.setOutSpecs(spec(spec), MEANS);
    }

    private static DataTableSpec spec(final DataTableSpec input) {
        final var columns = new ArrayList<DataColumnSpec>();
        input.forEach(columns::add);
        IntStream.rangeClosed(1, LONGEST).forEach(n -> columns.add(Tables.column("BLEU-" + n, DoubleCell.TYPE)));
        return Tables.spec(columns);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final DescriptionScorerParameters parameters = in.getParameters();
            final var table = in.getInTable(0);
            final var exec = in.getExecutionContext();
            final var sums = new double[LONGEST];
            final var scored = new long[1];
            out.setOutData(0, score(table, parameters, sums, scored, exec));
            out.setOutData(1, means(sums, scored[0], exec));
            if (scored[0] < table.size()) {
                final var warnings = new Warnings();
                warnings.add("%,d of %,d rows have no text or no reference, and no score.", table.size() - scored[0],
                    table.size());
                warnings.tell(out::setWarningMessage);
            }
        });
    }

    private static BufferedDataTable score(final BufferedDataTable table, final DescriptionScorerParameters parameters,
        final double[] sums, final long[] scored, final ExecutionContext exec) throws InvalidSettingsException {
        final var chosen = chosen(parameters, table.getDataTableSpec());
        final Progress progress = ExecutionProgress.of(exec);
        final var container = exec.createDataContainer(spec(table.getDataTableSpec()));
        long done = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                progress.checkCanceled();
                progress.update((double)++done / table.size(), () -> "Scoring " + row.getKey());
                final var cells = new ArrayList<DataCell>();
                row.forEach(cells::add);
                cells.addAll(scores(row, chosen, parameters, sums, scored));
                container.addRowToTable(new DefaultRow(row.getKey(), cells));
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private static List<DataCell> scores(final DataRow row, final Chosen chosen,
        final DescriptionScorerParameters parameters, final double[] sums, final long[] scored) {
        final var text = row.getCell(chosen.texts);
        final var reference = row.getCell(chosen.references);
        final var cells = new ArrayList<DataCell>();
        final boolean missing = text.isMissing() || reference.isMissing();
        for (int n = 1; n <= LONGEST; n++) {
            if (missing) {
                cells.add(DataType.getMissingCell());
            } else {
                final var words = parameters.m_words.tokens();
                final double bleu = new Bleu(n, parameters.m_smoothing.smoothing()).score(
                    words.of(((StringValue)text).getStringValue()),
                    List.of(words.of(((StringValue)reference).getStringValue())));
                sums[n - 1] += bleu;
                cells.add(new DoubleCell(bleu));
            }
        }
        scored[0] += missing ? 0 : 1;
        return cells;
    }

    private static BufferedDataTable means(final double[] sums, final long scored, final ExecutionContext exec) {
        final var container = exec.createDataContainer(MEANS);
        for (int n = 1; n <= LONGEST; n++) {
            container.addRowToTable(new DefaultRow("BLEU-" + n,
                scored == 0 ? DataType.getMissingCell() : new DoubleCell(sums[n - 1] / scored)));
        }
        container.close();
        return container.getTable();
    }
}
