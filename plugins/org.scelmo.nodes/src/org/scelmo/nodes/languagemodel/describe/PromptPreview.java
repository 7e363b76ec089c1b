package org.scelmo.nodes.languagemodel.describe;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.scelmo.core.ScelmoException;
import org.scelmo.nodes.support.RowNames;

/** Shows in the dialog what the first row asks, or what is wrong with the prompt, as it is typed. */
final class PromptPreview implements StateProvider<Optional<Message>> {

    private Supplier<String> m_names;

    private Supplier<Question> m_question;

    private Supplier<String> m_prompt;

    private Supplier<Variant> m_variant;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_names = initializer.computeFromValueSupplier(LlmDescribeParameters.NamesRef.class);
        m_question = initializer.computeFromValueSupplier(LlmDescribeParameters.QuestionRef.class);
        m_prompt = initializer.computeFromValueSupplier(LlmDescribeParameters.PromptRef.class);
        m_variant = initializer.computeFromValueSupplier(LlmDescribeParameters.VariantRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        try {
            return Optional.of(new Message("What is asked", text(input), MessageType.INFO));
        } catch (final ScelmoException e) {
            final var help = e.resolutions().isEmpty() ? "" : " " + e.resolutions().get(0);
            return Optional.of(new Message("The prompt cannot be used", e.getMessage() + help, MessageType.ERROR));
        } catch (final InvalidSettingsException e) { // NOSONAR the message says all
            return Optional.of(new Message("The prompt cannot be used", e.getMessage(), MessageType.ERROR));
        }
    }

    private String text(final NodeParametersInput input) throws InvalidSettingsException {
        final var recipe = m_question.get().recipe(m_prompt.get(), m_variant.get());
        final Optional<DataTableSpec> spec = input.getInTableSpec(0);
        if (spec.isEmpty()) {
            return Questions.preview(recipe);
        }
        final var questions = new Questions(RowNames.of(spec.get(), m_names.get(), "name"), spec.get(), recipe);
        final Optional<BufferedDataTable> table = input.getInTable(0).filter(t -> t.size() > 0);
        if (table.isEmpty()) {
            return Questions.preview(recipe);
        }
        try (var rows = table.get().iterator()) {
            return questions.preview(rows.next());
        }
    }
}
