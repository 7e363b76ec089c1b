package org.scelmo.nodes.languagemodel.geneembed;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.llm.text.TextCleaning;

/** What is done to texts before they are embedded, as a choice in the dialog. */
enum Cleaning {
        @Label(value = "Line feeds", description = "Each line feed becomes a space.")
        LINE_FEEDS(TextCleaning.LINE_FEEDS),
        @Label(value = "GenePT", description = "For summaries from pages of NCBI: headings and notes of the page are "
            + "removed and white space is joined, as GenePT does.")
        GENEPT(TextCleaning.NCBI_SUMMARY),
        @Label(value = "None", description = "Texts are embedded as they are.")
        NONE(TextCleaning.NONE);

    private final TextCleaning m_cleaning;

    Cleaning(final TextCleaning cleaning) {
        m_cleaning = cleaning;
    }

    TextCleaning cleaning() {
        return m_cleaning;
    }
}
