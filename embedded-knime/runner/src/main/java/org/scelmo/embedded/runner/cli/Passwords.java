package org.scelmo.embedded.runner.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds passwords that are not on the command line, where every user of the machine could read them: in the
 * environment, else at the terminal.
 */
final class Passwords {

    private static final String PREFIX = "SCELMO_CREDENTIAL_";

    private final UnaryOperator<String> m_environment;

    private final UnaryOperator<String> m_prompt;

    /**
     * @param environment the value of a variable, null if it is not set
     * @param prompt asks a question, null if nobody answers
     */
    Passwords(final UnaryOperator<String> environment, final UnaryOperator<String> prompt) {
        m_environment = environment;
        m_prompt = prompt;
    }

    static Passwords ofThisProcess() {
        return new Passwords(System::getenv, question -> ask(System.console(), question));
    }

    private static String ask(final Console terminal, final String question) {
        final var answer = terminal == null ? null : terminal.readPassword("%s", question);
        return answer == null ? null : new String(answer);
    }

    /**
     * The password of credentials.
     *
     * @param name their name
     * @param given what the command line says, null if it does not name these credentials
     * @return the password, empty if there is none to be found
     */
    Optional<String> find(final String name, final RunOptions.Login given) {
        if (given != null && given.password() != null) {
            return Optional.of(given.password());
        }
        final var kept = m_environment.apply(variable(name));
        if (kept != null || given == null) {
            return Optional.ofNullable(kept);
        }
        return Optional.ofNullable(m_prompt.apply("Password of \"" + name + "\": "));
    }

    /** @return the environment variable that may hold the password, such as SCELMO_CREDENTIAL_OPENAI for "openai" */
    static String variable(final String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
