package org.scelmo.nodes.support.languagemodel;

import java.util.Arrays;
import java.util.List;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.scelmo.nodes.port.EmbeddingPortObject;

/** Offers all providers; the one that only makes vectors only to nodes that put out vectors. */
final class ProviderChoices implements EnumChoicesProvider<Provider> {

    @Override
    public List<Provider> choices(final NodeParametersInput input) {
        final var outputs = input.getOutPortTypes();
        final boolean vectors =
            outputs == null || Arrays.stream(outputs).anyMatch(EmbeddingPortObject.TYPE::equals);
        return Arrays.stream(Provider.values()).filter(p -> vectors || p != Provider.IN_PROCESS).toList();
    }
}
