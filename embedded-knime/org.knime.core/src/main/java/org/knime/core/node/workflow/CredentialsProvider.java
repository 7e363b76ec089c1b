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

    public static final CredentialsProvider EMPTY_CREDENTIALS_PROVIDER = new CredentialsProvider(List.of(), List.of());

    static {
        Accessors.register(CredentialsAccess.class, CredentialsProvider::new);
    }

    private final Map<String, ICredentials> m_credentials = new LinkedHashMap<>();

    /** Credentials of the workflow come first, unless they have no password and a variable of the same name has one. */
    CredentialsProvider(final Collection<? extends ICredentials> credentials,
        final Collection<FlowVariable> variables) {
        credentials.forEach(c -> m_credentials.put(c.getName(), c));
        for (final var variable : variables) {
            if (variable.getVariableType() == VariableType.CredentialsType.INSTANCE) {
                m_credentials.merge(variable.getName(), variable.getValue(VariableType.CredentialsType.INSTANCE),
                    (known, other) -> hasPassword(known) ? known : other);
            }
        }
    }

    private static boolean hasPassword(final ICredentials credentials) {
        return credentials.getPassword() != null && !credentials.getPassword().isEmpty();
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
