package org.scelmo.nodes.visualization.dotplot;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.dialog.LabelChoices;

/** Settings of Dot Plot. */
final class DotPlotParameters implements NodeParameters {

    @Widget(title = "Groups", description = "The annotation of cells (obs) whose values are the groups. Default: the "
        + "annotation whose name looks most like cell types.")
    @ChoicesProvider(LabelChoices.class)
    String m_groups;

    @Widget(title = "Genes", description = "Names of the genes, separated by commas, blanks or new lines, in the order "
        + "in which they are drawn. Empty: genes that tell the groups apart are chosen. Default: empty.")
    @TextAreaWidget
    String m_genes = "";

    @Widget(title = "Genes per group", description = "How many genes are chosen for each group if none are named: "
        + "those whose mean in the group is most above their largest mean in another. Default: 3.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_perGroup = 3;

    DotPlotParameters() {
        // for loading
    }

    DotPlotParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline outline) {
        if (AnnDataChoices.isNone(m_groups)) {
            m_groups = AnnDataChoices.guessLabel(outline);
        }
    }

    /** @return the genes that are named, each once */
    List<String> genes() {
        return Arrays.stream(m_genes.split("[\\s,;]+")).filter(name -> !name.isEmpty()).distinct().toList();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_perGroup < 1) {
            throw Messages.invalid("The number of genes per group is %d, but at least 1 is needed.".formatted(
                m_perGroup), "Enter 1 or more in the dialog.");
        }
    }
}
