package org.scelmo.nodes.languagemodel.describe;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.llm.prompt.PromptPreset;
import org.scelmo.llm.prompt.PromptRecipe;

/** What is asked about a name, as a choice in the dialog. */
enum Question {
        @Label(value = "Gene", description = "The major function of a gene, with pathways.")
        GENE(PromptPreset.GENE),
        @Label(value = "Protein", description = "The same of a protein.")
        PROTEIN(PromptPreset.PROTEIN),
        @Label(value = "Cell type", description = "The same of a cell type.")
        CELL_TYPE(PromptPreset.CELL_TYPE),
        @Label(value = "Cell state", description = "The same of a cell state.")
        CELL_STATE(PromptPreset.CELL_STATE),
        @Label(value = "Disease", description = "The same of a disease.")
        DISEASE(PromptPreset.DISEASE),
        @Label(value = "Drug", description = "The same of a drug or chemical.")
        DRUG(PromptPreset.DRUG),
        @Label(value = "Cell line", description = "The same of a cell line.")
        CELL_LINE(PromptPreset.CELL_LINE),
        @Label(value = "Own prompt", description = "A prompt of your own, with placeholders for columns.")
        OWN(null);

    private final PromptPreset m_preset;

    Question(final PromptPreset preset) {
        m_preset = preset;
    }

    /**
     * @param own the user's own prompt, used by {@link #OWN} alone
     * @param variant the way of asking
     * @return the templates of the messages
     * @throws org.scelmo.llm.prompt.PromptException if the own prompt is malformed
     */
    PromptRecipe recipe(final String own, final Variant variant) {
        return this == OWN ? variant.variant().recipe(own) : variant.variant().recipe(m_preset);
    }
}
