package org.scelmo.embedded.ui;

import java.util.List;

import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersInputImpl;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Which credentials a node of the classic kind takes. */
final class LoginParameters implements NodeParameters {

    @Widget(title = "Credentials", description = "Whose login it is.")
    @ChoicesProvider(CredentialNames.class)
    String m_credentials = "none";

    /** Offers the credentials that reach the node. */
    static final class CredentialNames implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return context instanceof NodeParametersInputImpl known
                ? known.getCredentialsProvider().map(CredentialsProvider::listNames).map(List::copyOf).orElse(List.of())
                : List.of();
        }
    }
}
