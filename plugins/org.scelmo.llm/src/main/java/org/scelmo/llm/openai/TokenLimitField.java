package org.scelmo.llm.openai;

/** The request's field that limits the length of an answer; services know one, the other, or both. */
public enum TokenLimitField {
    /** OpenAI's newer models refuse the other */
    MAX_COMPLETION_TOKENS("max_completion_tokens"),
    /** what older services and most compatible ones know */
    MAX_TOKENS("max_tokens");

    private final String m_field;

    TokenLimitField(final String field) {
        m_field = field;
    }

    /** @return the name in the request */
    public String field() {
        return m_field;
    }
}
