package org.scelmo.nodes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.embedded.ui.NodeSheet;
import org.scelmo.nodes.io.anndatafilesummary.AnnDataFileSummaryNodeFactory;
import org.scelmo.nodes.testing.NodePlugin;

/** What holds for the page of every view. */
class ViewPagesTest {

    static List<NodeSheet> views() {
        return NodePlugin.nodes().stream().map(n -> n.factory()).filter(DefaultNodeFactory.class::isInstance)
            .map(f -> NodeSheet.of((DefaultNodeFactory)f)).filter(s -> s.view().isPresent()).toList();
    }

    @Test
    void thereAreViews() {
        assertFalse(views().isEmpty());
    }

    /** Views work without a network, and texts of files never become markup. */
    @ParameterizedTest
    @MethodSource("views")
    void pagesLoadNothingAndSetTextsAsTexts(final NodeSheet node) throws IOException {
        final var page = node.view().orElseThrow().page();
        final var html = new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(html.startsWith("<!DOCTYPE html>"), node.name());
        assertFalse(Pattern.compile("(src|href)=\"|@import|https?://(?!www\\.w3\\.org)").matcher(html).find(),
            node.name());
        assertFalse(Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(").matcher(html)
            .find(), node.name());
        assertTrue(html.contains("KnimeView.initialData()"), node.name());
        assertEquals(page.getRelativePath(), page.getRelativePath().replaceAll("[^a-z.-]", ""));
    }

    @Test
    void aPageThatIsMissingIsNamed() {
        final var missing = assertThrows(IllegalArgumentException.class,
            () -> ViewPage.html(AnnDataFileSummaryNodeFactory.class, "none.html"));
        assertTrue(missing.getMessage().contains("none.html"));
    }
}
