package org.scelmo.nodes.support.languagemodel;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.ScelmoException;
import org.scelmo.llm.model.TextEmbedder;
import org.scelmo.llm.model.TextEmbedderProvider;
import org.scelmo.llm.model.TextModel;
import org.scelmo.llm.openai.ChatOptions;
import org.scelmo.llm.openai.EmbeddingOptions;
import org.scelmo.llm.openai.OpenAiBatches;
import org.scelmo.llm.openai.OpenAiTextEmbedder;
import org.scelmo.llm.openai.OpenAiTextModel;
import org.scelmo.llm.testmodel.TestTextEmbedder;
import org.scelmo.llm.testmodel.TestTextModel;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.credentials.Keys;

/** Opens the models that dialogs describe. */
public final class Models {

    /** Length of the test model's vectors unless the dialog says another. */
    private static final int TEST_DIMENSIONS = 256;

    private static final long TEST_SEED = 0;

    private Models() {
    }

    /**
     * @param service which model
     * @param keys the credentials that reach the node
     * @param options what is asked of the model beside its name
     * @return a model that writes, to be closed
     * @throws InvalidSettingsException if a key is missing
     */
    public static TextModel text(final ServiceParameters service, final Keys keys,
        final UnaryOperator<ChatOptions> options) throws InvalidSettingsException {
        if (service.m_provider.preset().isEmpty()) {
            return new TestTextModel(TEST_SEED);
        }
        final var preset = service.m_provider.preset().orElseThrow();
        return new OpenAiTextModel(service.endpoint(preset), service.secret(keys),
            options.apply(ChatOptions.of(service.model(), preset)), service.connection());
    }

    /**
     * Tells whether a model may be asked by batches.
     *
     * @param service which model
     * @throws InvalidSettingsException if its provider has none
     */
    public static void checkBatches(final ServiceParameters service) throws InvalidSettingsException {
        if (service.m_provider == Provider.AZURE) {
            throw Messages.invalid(
                "Batches of Azure OpenAI, which need a deployment of their own kind, are not supported.",
                "Choose to ask at once in the dialog, or OpenAI as provider.");
        }
        if (service.m_provider != Provider.OPENAI && service.m_provider != Provider.CUSTOM) {
            throw Messages.invalid("%s takes no batches.".formatted(service.m_provider.title()),
                "Choose to ask at once in the dialog, or OpenAI as provider.");
        }
    }

    /**
     * @param service which model
     * @param keys the credentials that reach the node
     * @param options what is asked of the model beside its name
     * @return takes batches for the same model, to be closed
     * @throws InvalidSettingsException if a key is missing, or the provider has no batches
     */
    public static OpenAiBatches batches(final ServiceParameters service, final Keys keys,
        final UnaryOperator<ChatOptions> options) throws InvalidSettingsException {
        checkBatches(service);
        final var preset = service.m_provider.preset().orElseThrow();
        return new OpenAiBatches(service.endpoint(preset), service.secret(keys),
            options.apply(ChatOptions.of(service.model(), preset)), service.connection());
    }

    /**
     * @param service which model
     * @param keys the credentials that reach the node
     * @param dimensions how long the vectors shall be; empty for the model's own length
     * @param batch texts per request
     * @return a model that embeds, to be closed
     * @throws InvalidSettingsException if a key is missing
     * @throws ScelmoException if the model on this computer is not installed
     */
    public static TextEmbedder embedder(final ServiceParameters service, final Keys keys, final OptionalInt dimensions,
        final int batch) throws InvalidSettingsException {
        switch (service.m_provider) {
            case TEST:
                return new TestTextEmbedder(dimensions.orElse(TEST_DIMENSIONS), TEST_SEED);
            case IN_PROCESS:
                return installed().open(Runtime.getRuntime().availableProcessors());
            default:
                final var plain = EmbeddingOptions.of(service.model()).withBatchSize(batch);
                return new OpenAiTextEmbedder(service.endpoint(service.m_provider.preset().orElseThrow()),
                    service.secret(keys), dimensions.isPresent() ? plain.withDimensions(dimensions.getAsInt()) : plain,
                    service.connection());
        }
    }

    /** @return the embedding model that is installed beside these nodes */
    public static TextEmbedderProvider installed() {
        return TextEmbedderProvider.installed().stream().findFirst()
            .orElseThrow(() -> new ScelmoException("No embedding model is installed on this computer.",
                "Install the extension 'scELMo Local Embedding Model' and restart KNIME.",
                "Choose another provider in the dialog."));
    }
}
