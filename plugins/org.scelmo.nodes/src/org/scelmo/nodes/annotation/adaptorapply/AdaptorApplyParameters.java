package org.scelmo.nodes.annotation.adaptorapply;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of Adaptor Apply. */
final class AdaptorApplyParameters implements NodeParameters {

    @Widget(title = "Name of the embedding", description = "Under this name the adapted vectors of the cells are added "
        + "to the embeddings (obsm) of the data. If the name is taken, a number is appended. Default: X_adaptor.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "X_adaptor";

    @Widget(title = "Name of the prediction", description = "Name of the annotation with the most likely class. The "
        + "one with its probability has <tt>_probability</tt> appended. If a name is taken, a number is appended. "
        + "Default: adaptor_prediction.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_prediction = "adaptor_prediction";

    @Widget(title = "Add probabilities of all classes", description = "If selected, the probabilities of all classes "
        + "are added as a further embedding (obsm), named as the prediction with <tt>_probabilities</tt> appended; its "
        + "dimensions are the classes in the order of the adaptor, which is alphabetical. Default: selected.")
    boolean m_probabilities = true;

    @Widget(title = "Match genes by", description = "What names a gene of the AnnData: the index of var, or one of its "
        + "columns, for example symbols where the index holds Ensembl identifiers. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Advanced
    String m_geneColumn = AnnDataChoices.NONE;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_name.isBlank() || m_prediction.isBlank()) {
            throw Messages.invalid("The %s has no name.".formatted(m_name.isBlank() ? "embedding" : "prediction"),
                "Enter a name in the dialog.");
        }
    }
}
