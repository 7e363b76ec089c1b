package org.scelmo.nodes.support.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** What can name the genes of the AnnData at the first input: the index of var, or an annotation of genes with text. */
public final class GeneNameChoices implements StringChoicesProvider {

    @Override
    public List<StringChoice> computeState(final NodeParametersInput input) {
        return AnnDataChoices.geneNames(input, 0);
    }
}
