package org.scelmo.llm.prompt;

/**
 * The question for each kind of name. The wording for genes is the one behind the published gene embeddings (scELMo),
 * those for drugs and cell lines come from the same authors; the others follow the same sentence, as the authors
 * advise.
 */
public enum PromptPreset {

    GENE("gene"),
    PROTEIN("protein"),
    CELL_TYPE("cell type"),
    CELL_STATE("cell state"),
    DISEASE("disease"),
    DRUG("drug"),
    CELL_LINE("cell line");

    private final String m_noun;

    PromptPreset(final String noun) {
        m_noun = noun;
    }

    /** @return what the names are, in English, such as "cell type" */
    public String noun() {
        return m_noun;
    }

    /** @return the user message with the placeholder {@code {name}} */
    public String userTemplate() {
        return "Please summarize the major function of " + m_noun + ": {name}. "
            + "Use academic language in one paragraph and include pathway information.";
    }
}
