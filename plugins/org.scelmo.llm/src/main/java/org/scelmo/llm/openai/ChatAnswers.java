package org.scelmo.llm.openai;

import java.util.Optional;
import java.util.function.Function;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.TextAnswer;
import org.scelmo.llm.model.TextAnswer.End;
import org.scelmo.llm.model.Usage;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;

/** Makes an answer of a chat completion, or says why it is none. What a service may leave out is not insisted on. */
final class ChatAnswers {

    private final Function<String, ModelException> m_malformed;

    ChatAnswers(final Function<String, ModelException> malformed) {
        m_malformed = malformed;
    }

    @SuppressWarnings("deprecation") // the fingerprint: compatible services still send it
    TextAnswer of(final ChatCompletion completion) {
        final var choices = completion._choices().asKnown().orElseThrow(() -> m_malformed.apply("holds no choices."));
        if (choices.isEmpty()) {
            throw m_malformed.apply("holds no choice.");
        }
        final var choice = choices.get(0);
        final var reason = choice._finishReason().asKnown().map(FinishReason::toString).orElse("");
        final var refusal = text(choice.message()._refusal().asString());
        final var content = text(choice.message()._content().asString());
        final var end = end(reason, refusal);
        final var text = content.orElse(end == End.REFUSED ? refusal.orElse("") : "");
        if (text.isBlank() && end != End.REFUSED) {
            throw m_malformed.apply(end == End.TRUNCATED
                ? "holds no text: the limit of tokens was used up before the first word. Raise it."
                : "holds no text (finish reason \"" + reason + "\").");
        }
        return new TextAnswer(text, end, usage(completion), completion._model().asString().orElse(""),
            completion._systemFingerprint().asString().orElse(""));
    }

    private static End end(final String reason, final Optional<String> refusal) {
        if (reason.equals("content_filter") || refusal.isPresent()) {
            return End.REFUSED;
        }
        return reason.equals("length") ? End.TRUNCATED : End.COMPLETE;
    }

    private static Usage usage(final ChatCompletion completion) {
        return completion._usage().asKnown().map(u -> new Usage(u._promptTokens().asNumber().map(Number::longValue)
            .orElse(0L), u._completionTokens().asNumber().map(Number::longValue).orElse(0L))).orElse(Usage.NONE);
    }

    private static Optional<String> text(final Optional<String> text) {
        return text.filter(t -> !t.isEmpty());
    }
}
