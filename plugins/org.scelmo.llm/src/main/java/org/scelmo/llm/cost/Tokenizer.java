package org.scelmo.llm.cost;

import java.util.List;
import java.util.Locale;

import org.scelmo.llm.model.Prompt;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens as OpenAI's models do. For models of others, whose encodings are not at hand, it counts with
 * {@code cl100k_base} and says that the number is estimated. Thread-safe; the first use of an encoding loads its table.
 */
public final class Tokenizer {

    /** OpenAI's rule for chats: each message is framed by 3 tokens, and the answer begins after 3 more. */
    private static final int TOKENS_PER_MESSAGE = 3;

    private static final List<String> O200K =
        List.of("gpt-4o", "chatgpt-4o", "gpt-4.1", "gpt-4.5", "gpt-5", "o1", "o3", "o4");
    private static final List<String> CL100K = List.of("gpt-4", "gpt-3.5", "text-embedding-ada-002", "text-embedding-3");

    private final Encoding m_encoding;
    private final boolean m_estimated;

    private Tokenizer(final EncodingType type, final boolean estimated) {
        m_encoding = Registry.INSTANCE.getEncoding(type);
        m_estimated = estimated;
    }

    /** Loaded when first used: the tables take a tenth of a second. */
    private static final class Registry {
        static final EncodingRegistry INSTANCE = Encodings.newLazyEncodingRegistry();
    }

    /**
     * @param model name as the provider spells it; a path before it ("openai/gpt-4o") does not matter
     * @return how that model counts, as far as known
     */
    public static Tokenizer forModel(final String model) {
        final var name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (startsWith(name, O200K)) {
            return new Tokenizer(EncodingType.O200K_BASE, false);
        }
        return new Tokenizer(EncodingType.CL100K_BASE, !startsWith(name, CL100K));
    }

    /** @return tokens of the text alone */
    public int count(final String text) {
        return m_encoding.countTokensOrdinary(text);
    }

    /** @return tokens of a prompt as a chat is charged for it */
    public int count(final Prompt prompt) {
        final int user = TOKENS_PER_MESSAGE + count("user") + count(prompt.user());
        final int system = prompt.system().isEmpty() ? 0 : TOKENS_PER_MESSAGE + count("system") + count(prompt.system());
        return system + user + TOKENS_PER_MESSAGE;
    }

    /**
     * @param text any text
     * @param tokens at most so many
     * @return the text, or its beginning if it has more; never half a character
     */
    public String truncate(final String text, final int tokens) {
        final var encoded = m_encoding.encodeOrdinary(text, tokens);
        return encoded.isTruncated() ? m_encoding.decode(encoded.getTokens()) : text;
    }

    /** @return whether the model counts otherwise, to an unknown extent (typically some 20 %) */
    public boolean isEstimated() {
        return m_estimated;
    }

    /** @return name of the encoding, such as {@code o200k_base} */
    public String encoding() {
        return m_encoding.getName();
    }

    private static boolean startsWith(final String name, final List<String> families) {
        return families.stream().anyMatch(name::startsWith);
    }
}
