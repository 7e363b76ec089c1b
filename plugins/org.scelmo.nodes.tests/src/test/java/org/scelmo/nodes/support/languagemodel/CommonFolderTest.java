package org.scelmo.nodes.support.languagemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class CommonFolderTest {

    private static final Map<String, String> HOME = Map.of("user.home", "home");

    @Test
    void systemPropertyPrecedesEnvironmentAndHome() {
        final var property = Map.of("user.home", "home", "scelmo.llm.cache", "of knime.ini");
        final var variable = Map.of("SCELMO_LLM_CACHE", "of environment");
        assertEquals(Path.of("of knime.ini"), CommonFolder.find(property::get, variable::get));
        assertEquals(Path.of("of environment"), CommonFolder.find(HOME::get, variable::get));
        assertEquals(Path.of("home", ".scelmo"), CommonFolder.find(HOME::get, name -> null));
        assertEquals(Path.of("home", ".scelmo"), CommonFolder.find(HOME::get, name -> " "));
    }
}
