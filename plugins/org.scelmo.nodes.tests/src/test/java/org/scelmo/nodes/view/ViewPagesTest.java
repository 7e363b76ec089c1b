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
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.core.webui.page.Page;
import org.scelmo.embedded.core.NodeHost;
import org.scelmo.nodes.io.anndatafilesummary.AnnDataFileSummaryNodeFactory;
import org.scelmo.nodes.testing.NodePlugin;
import org.scelmo.nodes.testing.NodePlugin.Contribution;

/** What holds for the page of every view. */
class ViewPagesTest {

    /** Declared nodes and those of the classic kind; a view makes its page before the node is executed. */
    static List<Page> views() {
        return NodePlugin.nodes().stream().map(Contribution::factory).filter(NodeViewFactory.class::isInstance)
            .filter(f -> ((NodeViewFactory<?>)f).hasNodeView()).map(ViewPagesTest::page).toList();
    }

    @SuppressWarnings("unchecked") // a factory makes views of its own models
    private static Page page(final NodeFactory<?> factory) {
        return ((NodeViewFactory<NodeModel>)factory).createNodeView(NodeHost.create(factory).model()).getPage();
    }

    @Test
    void thereAreViews() {
        assertFalse(views().isEmpty());
    }

    /** Views work without a network, and texts of files never become markup. */
    @ParameterizedTest
    @MethodSource("views")
    void pagesLoadNothingAndSetTextsAsTexts(final Page page) throws IOException {
        final var html = new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(html.startsWith("<!DOCTYPE html>"), page.getRelativePath());
        assertFalse(Pattern.compile("(src|href)=\"|@import|https?://(?!www\\.w3\\.org)").matcher(html).find(),
            page.getRelativePath());
        assertFalse(Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(").matcher(html)
            .find(), page.getRelativePath());
        assertTrue(html.contains("KnimeView.initialData()"), page.getRelativePath());
        assertTrue(html.contains("tell(\"UIExtensionReady\")"),
            "KNIME pushes nothing before: " + page.getRelativePath());
        assertEquals(page.getRelativePath(), page.getRelativePath().replaceAll("[^a-z.-]", ""));
    }

    @Test
    void aPartThatIsMissingIsNamed() {
        final var missing = assertThrows(IllegalArgumentException.class,
            () -> ViewPage.html(AnnDataFileSummaryNodeFactory.class, "Summary", "none.js"));
        assertTrue(missing.getMessage().contains("none.js"));
    }
}
