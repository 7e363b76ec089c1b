package org.scelmo.llm.prompt;

/** The ways of asking that the paper compares. */
public enum PromptVariant {

    /** only the question; behind the published embeddings */
    PLAIN("", ""),

    /**
     * A system message that gives the model the role of a patient expert, before the unchanged question. The paper's
     * wording is not published; this one is ours, in the spirit of its authors' related work.
     */
    META_PROMPT("""
        You are an expert of molecular and cell biology, genetics, genomics and pharmacology who explains these fields to \
        students, teachers and researchers alike. Your answers are accurate, up to date and complete, name the pathways \
        and mechanisms involved, and say so when little is known.""", ""),

    /** the question with a request to reason, in the words of the authors (sic) */
    CHAIN_OF_THOUGHT("", " Let's think it step by step.");

    private final String m_system;
    private final String m_suffix;

    PromptVariant(final String system, final String suffix) {
        m_system = system;
        m_suffix = suffix;
    }

    /**
     * @param preset what the names are
     * @return the templates of both messages
     */
    public PromptRecipe recipe(final PromptPreset preset) {
        return recipe(preset.userTemplate());
    }

    /**
     * @param userTemplate the question, with placeholders
     * @return the templates of both messages
     * @throws PromptException if the template is malformed
     */
    public PromptRecipe recipe(final String userTemplate) {
        return PromptRecipe.of(m_system, userTemplate + m_suffix);
    }
}
