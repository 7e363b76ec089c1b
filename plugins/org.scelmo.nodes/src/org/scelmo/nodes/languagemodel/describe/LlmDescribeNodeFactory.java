package org.scelmo.nodes.languagemodel.describe;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.impl.description.ExternalResource;
import org.scelmo.core.Progress;
import org.scelmo.llm.cost.Estimate;
import org.scelmo.llm.cost.Estimate.AnswerLength;
import org.scelmo.llm.run.BatchRun;
import org.scelmo.llm.run.DescribeRun;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.support.credentials.CredentialNode;
import org.scelmo.nodes.support.credentials.CredentialNode.Execution;
import org.scelmo.nodes.support.credentials.CredentialNode.Port;
import org.scelmo.nodes.support.credentials.CredentialNode.Texts;
import org.scelmo.nodes.support.credentials.CredentialNode.View;
import org.scelmo.nodes.support.credentials.CredentialFactory;
import org.scelmo.nodes.support.credentials.Keys;
import org.scelmo.nodes.support.languagemodel.CostTable;
import org.scelmo.nodes.support.languagemodel.Models;
import org.scelmo.nodes.view.ViewPage;

/** Lets a language model describe genes, proteins, cell types, drugs and the like. */
public final class LlmDescribeNodeFactory extends CredentialFactory<LlmDescribeParameters> {

    /** of the progress; reading the answers back takes the rest */
    private static final double BATCH_SHARE = 0.9;

    private static final Texts TEXTS = new Texts("LLM Describe", "./llm-describe.png",
        "Asks a language model to describe the genes, cell types or drugs of a table.", """
            Asks a language model one question for each row, such as what a gene does, and adds the answers to the \
            table. This is the first step of scELMo: the answers become vectors with Gene Embed. Use it for names of \
            your own; for human genes, published vectors can be read with the Embedding Reader.
            <ul>
              <li><b>Nothing is paid twice:</b> answers are kept in a cache as soon as they come. Rows that ask the \
              same are asked once, and an execution that was canceled, failed or hit a limit goes on where it \
              stopped.</li>
              <li><b>The cost is known before:</b> the dialog shows what the table will cost, <i>Only estimate the \
              cost</i> counts exactly, and limits of money, tokens and requests hold whatever happens.</li>
              <li><b>Half the price:</b> a batch is answered within a day. It may be handed in today and collected \
              tomorrow, after KNIME was closed, without paying twice.</li>
              <li><b>No row harms another:</b> a row without an answer says why in the column Reason. Only what every \
              row would meet, such as a wrong key, ends the execution.</li>
              <li><b>Lint:</b> answers that look like refusals, apologies or half answers, do not mention the name, \
              or begin like a formula of a spreadsheet are marked, not removed.</li>
              <li><b>Keys:</b> the key of the provider comes from credentials and is never saved, logged or shown.</li>
              <li><b>Answers are sampled</b> unless temperature and seed say otherwise: another model, or the same \
              one another day, may answer differently. Model, fingerprint and time are kept with each answer.</li>
            </ul>
            """,
        NodeType.Manipulator, List.of("LLM", "GenAI", "GPT", "OpenAI", "Ollama", "prompt", "gene description",
            "scRNA-seq", "scELMo"),
        List.of(new ExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)")));

    public LlmDescribeNodeFactory() {
        super(new CredentialNode<>(TEXTS,
            List.of(new Port("Names", "Table with a column of names, one row per question.", BufferedDataTable.TYPE)),
            List.of(new Port("Descriptions", "The input with the answer of each row, its status, what is suspicious "
                + "about it, tokens, cost, the model that answered, its fingerprint, the hash of the prompt, the "
                + "time of the answer and how long the call took.", BufferedDataTable.TYPE),
                new Port("Cost", CostTable.DESCRIPTION, BufferedDataTable.TYPE)),
            LlmDescribeParameters.class, LlmDescribeNodeFactory::configure, LlmDescribeNodeFactory::execute,
            Optional.of(new View<>("What was asked and what came: rows by status, tokens, cost, reasons of failure, "
                + "the slowest calls and the first answers; or what asking would cost.", "llm-answers.html",
                LlmDescribeNodeFactory::page, DescribeView::of))));
    }

    private static String page() {
        return ViewPage.html(LlmDescribeNodeFactory.class, "Answers of a Language Model", "llm-answers.css",
            "llm-answers.js");
    }

    private static PortObjectSpec[] configure(final LlmDescribeParameters parameters, final PortObjectSpec[] inputs,
        final Keys keys) throws InvalidSettingsException {
        final var spec = (DataTableSpec)inputs[0];
        parameters.questions(spec);
        parameters.m_service.check(keys);
        parameters.m_cost.check(parameters.m_service);
        if (parameters.m_manner == Manner.BATCH) {
            Models.checkBatches(parameters.m_service);
        }
        return new PortObjectSpec[]{AnswerColumns.spec(spec), CostTable.SPEC};
    }

    private static PortObject[] execute(final Execution<LlmDescribeParameters> execution)
        throws IOException, InvalidSettingsException {
        final var parameters = execution.parameters();
        final var table = (BufferedDataTable)execution.inputs()[0];
        final var questions = parameters.questions(table.getDataTableSpec());
        final var budget = parameters.m_cost.budget(parameters.m_service, parameters::price);
        try (var model = Models.text(parameters.m_service, execution.keys(), parameters::chat);
                var cache = parameters.m_cache.open()) {
            final var run = new DescribeRun(model, cache, budget, parameters.options());
            return parameters.m_action == Action.ASK ? ask(execution, table, questions, run)
                : estimate(execution, table, questions, run);
        }
    }

    private static PortObject[] ask(final Execution<LlmDescribeParameters> execution, final BufferedDataTable table,
        final Questions questions, final DescribeRun run) throws IOException, InvalidSettingsException {
        final var progress = ExecutionProgress.of(execution.exec());
        if (execution.parameters().m_manner == Manner.AT_ONCE) {
            return ask(execution, table, questions, run, run::run, progress);
        }
        try (var service = Models.batches(execution.parameters().m_service, execution.keys(),
            execution.parameters()::chat); var rows = table.iterator()) {
            final var batch = new BatchRun(run, service, execution.parameters().m_batchEnd.pace());
            batch.ask(Asking.rows(rows, questions), progress.part(0, BATCH_SHARE));
            return ask(execution, table, questions, run, batch::deliver, progress.part(BATCH_SHARE, 1));
        }
    }

    private static PortObject[] ask(final Execution<LlmDescribeParameters> execution, final BufferedDataTable table,
        final Questions questions, final DescribeRun run, final Asking.Way way, final Progress progress)
        throws IOException {
        final var warnings = new Warnings();
        final var answered = new Asking(table, questions, execution.parameters().m_unanswered).ask(way,
            execution.exec(), warnings, progress);
        warnings.tell(execution.warning());
        return new PortObject[]{answered.table(), CostTable.of(answered.summary(), answered.suspicious(),
            run.budget().hasPrice(), execution.exec())};
    }

    private static PortObject[] estimate(final Execution<LlmDescribeParameters> execution,
        final BufferedDataTable table, final Questions questions, final DescribeRun run) throws IOException {
        final var parameters = execution.parameters();
        final var answer = parameters.m_mostTokens.map(AnswerLength.PARAGRAPH::atMost).orElse(AnswerLength.PARAGRAPH);
        final Estimate estimate;
        try (var rows = table.iterator()) {
            estimate = run.estimate(Asking.rows(rows, questions), answer,
                parameters.m_cost.price(parameters.m_service).map(parameters::price),
                ExecutionProgress.of(execution.exec()));
        }
        execution.warning().accept("Nothing was asked: the second output tells what it would cost. Choose 'Ask the "
            + "model' in the dialog to get answers.");
        return new PortObject[]{unasked(table, execution.exec()), CostTable.of(estimate, execution.exec())};
    }

    private static BufferedDataTable unasked(final BufferedDataTable table, final ExecutionContext exec) {
        final var container = exec.createDataContainer(AnswerColumns.spec(table.getDataTableSpec()));
        try (var rows = table.iterator()) {
            rows.forEachRemaining(row -> container.addRowToTable(AnswerColumns.unasked(row)));
        } finally {
            container.close();
        }
        return container.getTable();
    }
}
