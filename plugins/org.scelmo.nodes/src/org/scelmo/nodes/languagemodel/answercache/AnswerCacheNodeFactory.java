package org.scelmo.nodes.languagemodel.answercache;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
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
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cache.AnswerCache;
import org.scelmo.llm.cache.CacheStatistics;
import org.scelmo.llm.cache.CacheStatistics.Source;
import org.scelmo.llm.cache.CacheTransfer;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Shows, exports, imports and clears the answers of language models that were paid for. */
public final class AnswerCacheNodeFactory extends DefaultNodeFactory {

    private static final DataTableSpec SPEC = new DataTableSpec(Tables.column("Provider", StringCell.TYPE),
        Tables.column("Endpoint", StringCell.TYPE), Tables.column("Model", StringCell.TYPE),
        Tables.column("Parameters", StringCell.TYPE), Tables.column("Kind", StringCell.TYPE),
        Tables.column("Answers", LongCell.TYPE), Tables.column("Input tokens", LongCell.TYPE),
        Tables.column("Output tokens", LongCell.TYPE));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Answer Cache") //
        .icon("./answer-cache.png") //
        .shortDescription("Shows the kept answers of language models, exports, imports or clears them.") //
        .fullDescription("""
                LLM Describe and Gene Embed keep every answer that was paid for, so that none is paid twice. Use this \
                node to see what is kept, to hand the answers on to a colleague, to take over theirs, or to make room.
                <ul>
                  <li><b>Export and import:</b> a text file with one JSON object per answer. Whoever imports it pays \
                  nothing for the same questions to the same model with the same options.</li>
                  <li><b>Clear:</b> removes the answers of one model or all of them, and gives their space back. \
                  Batches that are under way are still remembered.</li>
                  <li><b>No key</b> is kept, exported or imported, and no header of a request.</li>
                  <li><b>Damaged answers</b> are told by their checksum and left out.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addOutputTable("Answers", "One row per model, its parameters and kind of answer: how many answers there "
                + "are now, and the tokens that were paid for them.")) //
        .model(m -> m //
            .parametersClass(AnswerCacheParameters.class) //
            .configure(AnswerCacheNodeFactory::configure) //
            .execute(AnswerCacheNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("LLM", "GenAI", "cache", "cost", "export", "import", "delete", "OpenAI", "scELMo");

    public AnswerCacheNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AnswerCacheParameters parameters = in.getParameters();
        parameters.check();
        out.setOutSpec(0, SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnswerCacheParameters parameters = in.getParameters();
            final var warnings = new Warnings();
            try (var cache = parameters.m_cache.open()) {
                switch (parameters.m_action) {
                    case EXPORT -> export(cache, parameters, warnings);
                    case IMPORT -> take(cache, parameters);
                    case CLEAR -> clear(cache, parameters.m_model.strip());
                    default -> {
                        // only shown
                    }
                }
                out.setOutData(0, table(cache.statistics(), in.getExecutionContext()));
            }
            warnings.tell(out::setWarningMessage);
        });
    }

    private static void export(final AnswerCache cache, final AnswerCacheParameters parameters,
        final Warnings warnings) throws IOException {
        parameters.target().write((file, existing) -> {
            final var exported = CacheTransfer.write(cache, file, existing);
            if (exported.damaged() > 0) {
                warnings.add("%,d answers were damaged and left out; %,d were exported.", exported.damaged(),
                    exported.entries());
            }
        });
    }

    private static void take(final AnswerCache cache, final AnswerCacheParameters parameters) throws IOException {
        try (var file = LocalFile.open(parameters.m_source)) {
            CacheTransfer.read(cache, file.path());
        }
    }

    private static void clear(final AnswerCache cache, final String model) {
        if (model.isEmpty()) {
            cache.clear();
            return;
        }
        final var sources = cache.statistics().sources();
        final var chosen = sources.stream().map(Source::model).filter(m -> m.model().equals(model)).distinct().toList();
        if (chosen.isEmpty()) {
            throw new ScelmoException("The answer cache holds no answer of the model '%s'.".formatted(model),
                sources.isEmpty() ? "It is empty: there is nothing to remove." : "Choose one of "
                    + Warnings.examples(sources.stream().map(s -> s.model().model()).distinct().toList()) + ".");
        }
        chosen.forEach(cache::clear);
    }

    private static BufferedDataTable table(final CacheStatistics statistics, final ExecutionContext exec) {
        final var container = exec.createDataContainer(SPEC);
        long row = 0;
        for (final var source : statistics.sources()) {
            final var model = source.model();
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), new StringCell(model.provider()),
                new StringCell(model.endpoint()), new StringCell(model.model()),
                new StringCell(model.parameters().entrySet().stream().map(Object::toString)
                    .collect(Collectors.joining(", "))),
                new StringCell(source.kind().name().toLowerCase(Locale.ROOT)),
                new LongCell(source.entries()), new LongCell(source.inputTokens()),
                new LongCell(source.outputTokens())));
        }
        container.close();
        return container.getTable();
    }
}
