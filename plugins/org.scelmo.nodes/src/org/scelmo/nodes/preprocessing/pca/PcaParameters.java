package org.scelmo.nodes.preprocessing.pca;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.nodes.support.Messages;

/** Settings of PCA. */
final class PcaParameters implements NodeParameters {

    @Widget(title = "Number of components", description = "How many principal components are computed; there must be "
        + "more cells and more genes. Default: 50.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_components = 50;

    @Widget(title = "Use highly variable genes only", description = "Whether only the genes take part that are marked "
        + "in the annotation <tt>highly_variable</tt>, if the data have it. Default: yes.")
    boolean m_highlyVariable = true;

    @Widget(title = "Name of the embedding", description = "Under this name the scores of the cells are added to the "
        + "embeddings (obsm) of the data. If the name is taken, a number is appended. Default: X_pca.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_name = "X_pca";

    @Widget(title = "Seed", description = "Where the computation starts. The result depends on it only within the "
        + "precision of the method. Default: 0.")
    @NumberInputWidget
    @Advanced
    int m_seed = 0;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_components < 1) {
            throw Messages.invalid("The number of components is %d, but at least 1 is needed.".formatted(m_components),
                "Enter 1 or more in the dialog.");
        }
        if (m_name.isBlank()) {
            throw Messages.invalid("The embedding has no name.", "Enter a name in the dialog, for example X_pca.");
        }
    }
}
