package org.scelmo.llm.openai;

import java.net.URI;

/** Services that speak OpenAI's API, and what is known of each. */
public enum Preset {
    /** OpenAI itself */
    OPENAI("openai", "https://api.openai.com/v1", true, TokenLimitField.MAX_COMPLETION_TOKENS),
    /** OpenAI's models on Azure; every customer has an address of their own */
    AZURE("azure", "", true, TokenLimitField.MAX_COMPLETION_TOKENS),
    /** models on one's own machine */
    OLLAMA("ollama", "http://localhost:11434/v1", false, TokenLimitField.MAX_TOKENS),
    /** models on one's own server */
    VLLM("vllm", "http://localhost:8000/v1", false, TokenLimitField.MAX_TOKENS),
    DEEPSEEK("deepseek", "https://api.deepseek.com", true, TokenLimitField.MAX_TOKENS),
    /** any other; the user knows its address */
    CUSTOM("custom", "", false, TokenLimitField.MAX_TOKENS);

    private final String m_provider;

    private final String m_baseUrl;

    private final boolean m_needsKey;

    private final TokenLimitField m_tokenLimitField;

    Preset(final String provider, final String baseUrl, final boolean needsKey, final TokenLimitField field) {
        m_provider = provider;
        m_baseUrl = baseUrl;
        m_needsKey = needsKey;
        m_tokenLimitField = field;
    }

    /** @return the name that identities and price tables use */
    public String provider() {
        return m_provider;
    }

    /** @return the usual base URL, or empty if there is none */
    public String baseUrl() {
        return m_baseUrl;
    }

    /** @return the path that base URLs of such services have, or empty if that is not known */
    String path() {
        return m_baseUrl.isEmpty() ? "" : URI.create(m_baseUrl).getRawPath();
    }

    /** @return whether nothing is answered without a key */
    public boolean needsKey() {
        return m_needsKey;
    }

    /** @return how the service wants to be told the limit of tokens */
    public TokenLimitField tokenLimitField() {
        return m_tokenLimitField;
    }
}
