package org.scelmo.nodes.languagemodel.sentences;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.scelmo.llm.text.CellSentences;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of Cell Sentences. */
final class CellSentencesParameters implements NodeParameters {

    @Widget(title = "Genes per sentence", description = "How many genes a sentence names at most, those with the "
        + "highest expression first. Default: 1000, as in GenePT.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_genes = CellSentences.GENEPT_GENES;

    @Widget(title = "Beginning of the sentence", description = "What precedes the names of the genes. Default: the "
        + "words of GenePT.")
    @TextInputWidget
    String m_prefix = CellSentences.GENEPT_PREFIX;

    @Widget(title = "Name genes by", description = "What names a gene of the AnnData: the index of var, or one of its "
        + "columns, for example symbols where the index holds Ensembl identifiers. Genes without a name there keep "
        + "that of the index. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    String m_geneColumn = AnnDataChoices.NONE;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_genes < 1) {
            throw Messages.invalid("A sentence shall name %d genes.".formatted(m_genes),
                "Enter 1 or more in the dialog.");
        }
    }
}
