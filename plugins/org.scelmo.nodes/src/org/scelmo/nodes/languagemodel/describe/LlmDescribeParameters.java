package org.scelmo.nodes.languagemodel.describe;

import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.cost.Price;
import org.scelmo.llm.lint.AnswerLint;
import org.scelmo.llm.openai.ChatOptions;
import org.scelmo.llm.openai.Preset;
import org.scelmo.llm.prompt.PromptPreset;
import org.scelmo.llm.run.DescribeOptions;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.dialog.RowNameChoices;
import org.scelmo.nodes.support.languagemodel.CacheParameters;
import org.scelmo.nodes.support.languagemodel.CostParameters;
import org.scelmo.nodes.support.languagemodel.LanguageModelSections;
import org.scelmo.nodes.support.languagemodel.ServiceParameters;

/** Settings of LLM Describe. */
final class LlmDescribeParameters implements NodeParameters {

    private static final String USUAL_MODEL = "gpt-4o-mini";

    interface NamesRef extends ParameterReference<String> {
    }

    interface QuestionRef extends ParameterReference<Question> {
    }

    interface PromptRef extends ParameterReference<String> {
    }

    interface MannerRef extends ParameterReference<Manner> {
    }

    static final class IsBatch implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MannerRef.class).isOneOf(Manner.BATCH);
        }
    }

    interface VariantRef extends ParameterReference<Variant> {
    }

    static final class IsOwn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(QuestionRef.class).isOneOf(Question.OWN);
        }
    }

    static final class DefaultTemperature implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 0.0;
        }
    }

    static final class DefaultSeed implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 1;
        }
    }

    static final class DefaultMostTokens implements OptionalWidget.DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 1000;
        }
    }

    @Widget(title = "Names", description = "The text column with the names to describe, for example gene symbols, or "
        + "the RowID. Default: the first text column, the RowID if there is none.")
    @ChoicesProvider(RowNameChoices.class)
    @ValueReference(NamesRef.class)
    String m_names;

    @Widget(title = "Prompt", description = "What the names are, which decides what is asked. The wording for genes is "
        + "the one behind the published gene embeddings. Default: gene.")
    @ValueReference(QuestionRef.class)
    Question m_question = Question.GENE;

    @Widget(title = "Own prompt", description = "What is asked. <tt>{name}</tt> stands for the name; any other column "
        + "is named likewise, as in <tt>{tissue}</tt>. A doubled brace is a brace. Default: the question for genes.")
    @TextAreaWidget(rows = 5)
    @ValueReference(PromptRef.class)
    @Effect(type = EffectType.SHOW, predicate = IsOwn.class)
    String m_prompt = PromptPreset.GENE.userTemplate();

    /** Only shows a message. */
    @TextMessage(PromptPreview.class)
    Void m_preview;

    @Widget(title = "Way of asking", description = "Variants of the prompt that the scELMo paper compares. Default: "
        + "plain, as for the published descriptions.")
    @ValueSwitchWidget
    @ValueReference(VariantRef.class)
    @Advanced
    Variant m_variant = Variant.PLAIN;

    @Widget(title = "Rows without an answer", description = "What happens if a row gets no answer. Either way the "
        + "answers that came are kept in the cache. Default: output missing values.")
    @ValueSwitchWidget
    @Advanced
    Unanswered m_unanswered = Unanswered.MISSING;

    @Widget(title = "Ask again if refused", description = "If selected, rows whose answer in the cache is a refusal "
        + "are asked again. Default: not selected.")
    @Advanced
    boolean m_askRefusedAgain;

    ServiceParameters m_service = new ServiceParameters(USUAL_MODEL);

    @Widget(title = "Temperature", description = "If selected, how freely the model picks its words, from 0 (always "
        + "the likeliest) to 2. Default: not selected, which leaves it to the provider, as for the published "
        + "descriptions.")
    @OptionalWidget(defaultProvider = DefaultTemperature.class)
    @Layout(LanguageModelSections.Model.class)
    @Advanced
    Optional<Double> m_temperature = Optional.empty();

    @Widget(title = "Seed", description = "If selected, providers that support it answer the same prompt alike. "
        + "Default: not selected.")
    @OptionalWidget(defaultProvider = DefaultSeed.class)
    @Layout(LanguageModelSections.Model.class)
    @Advanced
    Optional<Integer> m_seed = Optional.empty();

    @Widget(title = "Longest answer (tokens)", description = "If selected, answers are cut at this number of tokens, "
        + "and marked as truncated. Models that reason spend these tokens on reasoning, too. Default: not selected.")
    @OptionalWidget(defaultProvider = DefaultMostTokens.class)
    @Layout(LanguageModelSections.Model.class)
    @Advanced
    Optional<Integer> m_mostTokens = Optional.empty();

    @Widget(title = "How to ask", description = "Whether rows are asked one by one or handed in together, which needs "
        + "OpenAI or a service of one's own that has batches. Default: at once.")
    @ValueSwitchWidget
    @ValueReference(MannerRef.class)
    @Layout(LanguageModelSections.Cost.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    Manner m_manner = Manner.AT_ONCE;

    @Widget(title = "After handing in", description = "Whether the execution waits for the batch. Default: wait until "
        + "done.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = IsBatch.class)
    @Layout(LanguageModelSections.Cost.class)
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    BatchEnd m_batchEnd = BatchEnd.DONE;

    /** Only shows a message. */
    @TextMessage(CostPreview.class)
    @Layout(LanguageModelSections.Cost.class)
    Void m_costPreview;

    @Widget(title = "Execution", description = "Whether the model is asked, or only the cost is estimated. Default: "
        + "ask the model.")
    @ValueSwitchWidget
    @Layout(LanguageModelSections.Cost.class)
    @Advanced
    Action m_action = Action.ASK;

    CostParameters m_cost = new CostParameters();

    CacheParameters m_cache = new CacheParameters();

    LlmDescribeParameters() {
        // for loading
    }

    LlmDescribeParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_cost.validate();
        m_cache.validate();
        try {
            chat(ChatOptions.of(USUAL_MODEL, Preset.OPENAI));
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        }
    }

    /** Fills in what is not set; a guess at the first connection may have met no table. */
    private void guess(final DataTableSpec spec) {
        if (m_names == null) {
            m_names =
                ColumnSelectionUtil.getFirstStringColumn(spec).map(DataColumnSpec::getName).orElse(AnnDataChoices.NONE);
        }
    }

    /** @return what the rows of such a table ask */
    Questions questions(final DataTableSpec spec) throws InvalidSettingsException {
        guess(spec);
        try {
            return new Questions(RowNames.of(spec, m_names, "name"), spec, m_question.recipe(m_prompt, m_variant));
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        }
    }

    /** @return the options with what the dialog adds */
    ChatOptions chat(final ChatOptions plain) {
        var options = plain;
        if (m_temperature.isPresent()) {
            options = options.withTemperature(m_temperature.get());
        }
        if (m_seed.isPresent()) {
            options = options.withSeed(m_seed.get());
        }
        return m_mostTokens.isPresent() ? options.withMaxTokens(m_mostTokens.get()) : options;
    }

    /** @return the price of the model, asked as the dialog says */
    Price price(final Price single) {
        return m_manner == Manner.BATCH ? single.batch() : single;
    }

    DescribeOptions options() {
        final var usual = DescribeOptions.DEFAULT;
        return new DescribeOptions(m_service.concurrency(),
            m_mostTokens.map(Integer::longValue).orElse(usual.mostOutputTokens()), m_askRefusedAgain,
            AnswerLint.PARAGRAPH);
    }
}
