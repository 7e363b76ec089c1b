package org.scelmo.nodes.support.dialog;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** The embeddings of cells (obsm) at the first input. */
public final class EmbeddingChoices implements StringChoicesProvider {

    @Override
    public List<String> choices(final NodeParametersInput input) {
        return AnnDataChoices.embeddings(input, 0);
    }
}
