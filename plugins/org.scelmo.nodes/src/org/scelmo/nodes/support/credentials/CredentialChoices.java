package org.scelmo.nodes.support.credentials;

import java.util.List;

import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersInputImpl;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;

/** Offers the credentials that reach a node: those of flow variables and those of the workflow. */
public final class CredentialChoices implements StringChoicesProvider {

    @Override
    public List<StringChoice> computeState(final NodeParametersInput input) {
        return AnnDataChoices.noneOr("None", names(input));
    }

    private static List<String> names(final NodeParametersInput input) {
        return input instanceof NodeParametersInputImpl known
            ? known.getCredentialsProvider().map(CredentialsProvider::listNames).map(List::copyOf).orElse(List.of())
            : List.of();
    }
}
