package org.scelmo.nodes.support.credentials;

import java.util.ArrayList;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.CredentialsProvider;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** The keys that the credentials of a workflow hold as passwords. Settings only hold the names of credentials. */
public final class Keys {

    private final CredentialsProvider m_credentials;

    Keys(final CredentialsProvider credentials) {
        m_credentials = credentials;
    }

    /**
     * Finds a key.
     *
     * @param credentials the name of credentials, as the dialog holds it
     * @param service what the key is for, as in "OpenAI"
     * @return the key, not empty
     * @throws InvalidSettingsException if none are chosen, there are none of that name, or they hold no password; three
     *             different messages
     */
    public String find(final String credentials, final String service) throws InvalidSettingsException {
        if (AnnDataChoices.isNone(credentials)) {
            throw Messages.invalid("No credentials with the key for %s are chosen.".formatted(service),
                "Connect a Credentials Configuration node to the flow variable port, enter the key as password there, "
                    + "and choose its credentials in the dialog of this node.",
                "Choose the test model in the dialog to try the workflow without a key.");
        }
        final var names = new ArrayList<>(m_credentials.listNames());
        if (!names.contains(credentials)) {
            throw Messages.invalid("The credentials '%s' with the key for %s do not reach this node.".formatted(
                credentials, service), names.isEmpty() ? "Connect the node that provides the credentials to the flow "
                    + "variable port." : "Choose others in the dialog: there are " + Warnings.examples(names) + ".",
                "Check that the node that provides the credentials is executed and still uses this name.");
        }
        final var key = m_credentials.get(credentials).getPassword();
        if (key == null || key.isBlank()) {
            throw Messages.invalid("The credentials '%s' have no password, so that there is no key for %s.".formatted(
                credentials, service), "Open the node that provides the credentials and enter the key as password.",
                "Passwords are not saved with a workflow unless you ask for it: enter the key again after opening it.");
        }
        return key.strip();
    }
}
