package org.knime.core.node.workflow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scelmo.embedded.core.access.Accessors;
import org.scelmo.embedded.core.access.CredentialsAccess;

/** Gives a node the credentials of its workflow. */
public final class CredentialsProvider {

    public static final CredentialsProvider EMPTY_CREDENTIALS_PROVIDER = new CredentialsProvider(List.of());

    static {
        Accessors.register(CredentialsAccess.class, CredentialsProvider::new);
    }

    private final Map<String, ICredentials> m_credentials = new LinkedHashMap<>();

    CredentialsProvider(final Collection<? extends ICredentials> credentials) {
        credentials.forEach(c -> m_credentials.put(c.getName(), c));
    }

    public Collection<String> listNames() {
        return Collections.unmodifiableSet(m_credentials.keySet());
    }

    /**
     * Finds credentials.
     *
     * @param name their name
     * @return the credentials
     * @throws IllegalArgumentException if there are none of that name
     */
    public ICredentials get(final String name) {
        final var found = m_credentials.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No credentials stored to name \"" + name + "\"");
        }
        return found;
    }

    @Override
    public String toString() {
        return "Credentials provider (" + m_credentials.size() + " credentials)";
    }
}
