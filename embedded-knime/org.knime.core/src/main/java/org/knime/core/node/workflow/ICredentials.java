package org.knime.core.node.workflow;

import java.util.Optional;

/** A login. */
public interface ICredentials {

    String getName();

    String getLogin();

    String getPassword();

    default Optional<String> getSecondAuthenticationFactor() {
        return Optional.empty();
    }
}
