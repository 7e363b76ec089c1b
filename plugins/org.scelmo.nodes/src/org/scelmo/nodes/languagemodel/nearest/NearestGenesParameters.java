package org.scelmo.nodes.languagemodel.nearest;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of Nearest Genes. */
final class NearestGenesParameters implements NodeParameters {

    @Widget(title = "Genes per query", description = "How many of the most similar genes are listed. Default: 10.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_count = 10;
}
