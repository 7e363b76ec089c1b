package org.scelmo.nodes.support.languagemodel;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The folder of what all workflows of a user share. A system property comes first, as knime.ini may set it for an
 * executor; then an environment variable; else a folder in the user's home.
 */
final class CommonFolder {

    private static final String PROPERTY = "scelmo.llm.cache";

    private static final String VARIABLE = "SCELMO_LLM_CACHE";

    private CommonFolder() {
    }

    /**
     * @param properties values of system properties, null where not set
     * @param environment values of environment variables, null where not set
     * @return the folder, which may not exist yet
     */
    static Path find(final UnaryOperator<String> properties, final UnaryOperator<String> environment) {
        final var property = properties.apply(PROPERTY);
        if (property != null && !property.isBlank()) {
            return Path.of(property.strip());
        }
        final var variable = environment.apply(VARIABLE);
        return variable != null && !variable.isBlank() ? Path.of(variable.strip())
            : Path.of(properties.apply("user.home"), ".scelmo");
    }
}
