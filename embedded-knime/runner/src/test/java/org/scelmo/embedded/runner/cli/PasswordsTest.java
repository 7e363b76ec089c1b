package org.scelmo.embedded.runner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.scelmo.embedded.runner.cli.RunOptions.Login;

class PasswordsTest {

    private static final Login NO_PASSWORD = new Login("alice", null);

    private static final Map<String, String> ENVIRONMENT = Map.of("SCELMO_CREDENTIAL_MY_KEY", "kept");

    private final Passwords m_passwords = new Passwords(ENVIRONMENT::get, question -> "typed after " + question);

    @Test
    void commandLineWins() {
        assertEquals(Optional.of("given"), m_passwords.find("my key", new Login("alice", "given")));
    }

    @Test
    void environmentIsAskedWhetherOrNotTheCommandLineNamesTheCredentials() {
        assertEquals(Optional.of("kept"), m_passwords.find("my key", null));
        assertEquals(Optional.of("kept"), m_passwords.find("my-key", NO_PASSWORD));
    }

    @Test
    void userIsAskedForCredentialsThatTheCommandLineNames() {
        assertEquals(Optional.of("typed after Password of \"other\": "), m_passwords.find("other", NO_PASSWORD));
        assertEquals(Optional.empty(), m_passwords.find("other", null));
    }

    @Test
    void thereMayBeNobodyToAsk() {
        assertEquals(Optional.empty(), new Passwords(name -> null, question -> null).find("other", NO_PASSWORD));
    }
}
