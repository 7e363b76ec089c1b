package org.knime.core.node.workflow;

import java.util.Objects;
import java.util.Observable;
import java.util.Optional;

/** A login in memory. */
@SuppressWarnings("deprecation") // java.util.Observable is part of the real signature
public final class Credentials extends Observable implements ICredentials {

    private final String m_name;

    private final String m_login;

    private final String m_password;

    public Credentials(final String identifier, final String login, final String password) {
        m_name = Objects.requireNonNull(identifier, "The name of credentials must not be null.");
        m_login = login;
        m_password = password;
    }

    @Override
    public String getName() {
        return m_name;
    }

    @Override
    public String getLogin() {
        return m_login;
    }

    @Override
    public String getPassword() {
        return m_password;
    }

    @Override
    public Optional<String> getSecondAuthenticationFactor() {
        return Optional.empty();
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_login);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Credentials other && m_name.equals(other.m_name)
            && Objects.equals(m_login, other.m_login) && Objects.equals(m_password, other.m_password);
    }
}
