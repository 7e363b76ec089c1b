package org.scelmo.nodes.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.TestKnime;
import org.w3c.dom.Element;

/** KNIME logs an error for each category or node of plugin.xml that it cannot put in its place. */
class CategoriesTest {

    /** KNIME knows no word for the first place: whatever names no predecessor comes first. */
    private static final String LAST = "_last_";

    @Test
    void eachComesAfterAnotherOfTheSameParent() {
        for (final var category : NodePlugin.elements("category")) {
            if (category.hasAttribute("after") && !category.getAttribute("after").equals(LAST)) {
                final var siblings = NodePlugin.elements("category").stream()
                    .filter(c -> c.getAttribute("path").equals(category.getAttribute("path")))
                    .map(c -> c.getAttribute("level-id")).toList();
                assertTrue(siblings.contains(category.getAttribute("after")), category.getAttribute("after"));
            }
        }
    }

    @Test
    void eachHasNodesOrCategories() {
        final var used = NodePlugin.elements("node").stream().map(n -> n.getAttribute("category-path"))
            .collect(Collectors.toSet());
        final var parents = NodePlugin.elements("category").stream().map(c -> c.getAttribute("path"))
            .collect(Collectors.toSet());
        final var declared = NodePlugin.elements("category").stream().map(CategoriesTest::path)
            .collect(Collectors.toSet());
        assertEquals(Set.of(), used.stream().filter(path -> !declared.contains(path)).collect(Collectors.toSet()));
        assertEquals(Set.of(), declared.stream().filter(path -> !used.contains(path) && !parents.contains(path))
            .collect(Collectors.toSet()));
    }

    @Test
    void eachHasAnIcon() {
        for (final var category : NodePlugin.elements("category")) {
            assertTrue(Files.exists(TestKnime.plugin().resolve(category.getAttribute("icon"))), path(category));
        }
    }

    private static String path(final Element category) {
        return category.getAttribute("path") + "/" + category.getAttribute("level-id");
    }
}
