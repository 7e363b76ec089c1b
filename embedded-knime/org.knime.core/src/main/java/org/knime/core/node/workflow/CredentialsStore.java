package org.knime.core.node.workflow;

import java.util.Objects;
import java.util.Observable;
import java.util.Observer;
import java.util.Optional;

/** Makes flow variables that hold credentials, as the node Credentials Configuration does. */
@SuppressWarnings("deprecation") // java.util.Observer is part of the real signature
public final class CredentialsStore implements Observer {

    private CredentialsStore() {
        // the credentials of the workflow are given to each node by whoever runs it
    }

    @Override
    public void update(final Observable credentials, final Object argument) {
        // nobody changes credentials here
    }

    /**
     * @param name of the variable and of the credentials
     * @param login user name
     * @param password kept in memory only
     * @param secondFactor a second factor, or null
     * @return a flow variable with these credentials
     */
    public static FlowVariable newCredentialsFlowVariable(final String name, final String login, final String password,
        final String secondFactor) {
        return new FlowVariable(name, VariableType.CredentialsType.INSTANCE,
            new CredentialsFlowVariableValue(name, login, password, secondFactor));
    }

    /** Credentials in a flow variable. Neither password nor second factor stand in its text. */
    static final class CredentialsFlowVariableValue implements ICredentials {

        private final String m_name;

        private final String m_login;

        private final String m_password;

        private final String m_secondFactor;

        CredentialsFlowVariableValue(final String name, final String login, final String password,
            final String secondFactor) {
            m_name = name;
            m_login = login;
            m_password = password;
            m_secondFactor = secondFactor;
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
            return Optional.ofNullable(m_secondFactor);
        }

        @Override
        public boolean equals(final Object obj) {
            return obj instanceof CredentialsFlowVariableValue other && m_name.equals(other.m_name)
                && Objects.equals(m_login, other.m_login) && Objects.equals(m_password, other.m_password)
                && Objects.equals(m_secondFactor, other.m_secondFactor);
        }

        @Override
        public int hashCode() {
            return Objects.hash(m_name, m_login);
        }

        @Override
        public String toString() {
            return "Credentials: " + m_name;
        }
    }
}
