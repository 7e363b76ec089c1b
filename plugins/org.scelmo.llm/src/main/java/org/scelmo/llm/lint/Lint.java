package org.scelmo.llm.lint;

/** A reason to look at an answer before trusting it. */
public enum Lint {

    /** the provider or the model declined */
    REFUSAL("The model declined to answer."),
    /** an apology, where a description was wanted */
    APOLOGY("The answer apologizes."),
    /** the model speaks of itself */
    AI_DISCLAIMER("The answer speaks of itself as a language model."),
    /** the model says that it knows nothing of the name: for unknown genes the usual answer */
    NO_INFORMATION("The answer says that nothing is known."),
    /** the name asked for does not occur */
    NAME_ABSENT("The answer does not mention the name."),
    /** fewer words than a description has */
    TOO_SHORT("The answer is very short."),
    /** more words than a paragraph has */
    TOO_LONG("The answer is longer than one paragraph."),
    /** the limit of tokens cut it */
    TRUNCATED("The answer was cut at the limit of tokens."),
    /** harmless here, but not in a CSV file that a spreadsheet program opens */
    FORMULA("The answer begins like a formula: spreadsheet programs may run it when they open an exported file.");

    private final String m_text;

    Lint(final String text) {
        m_text = text;
    }

    /** @return one sentence for people */
    public String text() {
        return m_text;
    }
}
