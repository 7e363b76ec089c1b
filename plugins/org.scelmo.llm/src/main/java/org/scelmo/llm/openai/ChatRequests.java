package org.scelmo.llm.openai;

import org.scelmo.llm.model.Prompt;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Makes a request of a prompt and the options: what was not chosen is not in it. */
final class ChatRequests {

    private final ChatOptions m_options;

    ChatRequests(final ChatOptions options) {
        m_options = options;
    }

    ChatCompletionCreateParams.Builder of(final Prompt prompt) {
        final var params = ChatCompletionCreateParams.builder().model(m_options.model());
        if (!prompt.system().isEmpty()) {
            params.addSystemMessage(prompt.system());
        }
        params.addUserMessage(prompt.user());
        m_options.temperature().ifPresent(params::temperature);
        m_options.seed().ifPresent(s -> params.putAdditionalBodyProperty("seed", JsonValue.from(s)));
        m_options.maxTokens().ifPresent(
            m -> params.putAdditionalBodyProperty(m_options.tokenLimitField().field(), JsonValue.from(m)));
        return params;
    }
}
