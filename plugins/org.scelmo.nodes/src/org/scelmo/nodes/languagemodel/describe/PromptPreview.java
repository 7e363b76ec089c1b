package org.scelmo.nodes.languagemodel.describe;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.scelmo.core.ScelmoException;

/** Shows in the dialog what the first row asks, or what is wrong with the prompt, as it is typed. */
final class PromptPreview implements StateProvider<Optional<Message>> {

    private OpenPrompt m_asked;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        m_asked = OpenPrompt.of(initializer);
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
        final Optional<DataTableSpec> spec = input.getInTableSpec(0);
        if (spec.isEmpty()) {
            return Questions.preview(m_asked.recipe());
        }
        final var questions = m_asked.questions(spec.get());
        final Optional<BufferedDataTable> table = input.getInTable(0).filter(t -> t.size() > 0);
        if (table.isEmpty()) {
            return Questions.preview(m_asked.recipe());
        }
        try (var rows = table.get().iterator()) {
            return questions.preview(rows.next());
        }
    }
}
