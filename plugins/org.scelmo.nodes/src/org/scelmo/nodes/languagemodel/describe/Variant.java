package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.llm.prompt.PromptVariant;

/** A way of asking, as a choice in the dialog. */
enum Variant {
        @Label(value = "Plain", description = "Only the question.")
        PLAIN(PromptVariant.PLAIN),
        @Label(value = "MetaPrompt", description = "The question after a system message that makes the model an expert "
            + "of the field.")
        META_PROMPT(PromptVariant.META_PROMPT),
        @Label(value = "Chain of thought", description = "The question with the request to think step by step.")
        CHAIN_OF_THOUGHT(PromptVariant.CHAIN_OF_THOUGHT);

    private final PromptVariant m_variant;

    Variant(final PromptVariant variant) {
        m_variant = variant;
    }

    PromptVariant variant() {
        return m_variant;
    }
}
