package org.scelmo.embedded.core.access;

import java.util.Collection;

import org.knime.core.node.workflow.CredentialsProvider;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.ICredentials;

/** Access to credentials. */
public interface CredentialsAccess {

    /** The access. */
    CredentialsAccess INSTANCE = Accessors.get(CredentialsAccess.class, CredentialsProvider.class);

    /**
     * A provider of credentials.
     *
     * @param credentials those of the workflow
     * @param variables flow variables, of which those with credentials count
     * @return a provider of all these
     */
    CredentialsProvider create(Collection<? extends ICredentials> credentials, Collection<FlowVariable> variables);
}
