package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.embedded.runner.view.NodeView;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.PageInBrowser;
import org.scelmo.nodes.testing.TestNode;

/** The view of LLM Describe, which is of the classic kind. */
class DescribeViewTest {

    private static final String KEY = "sk-test-key-of-the-view";

    private static final BufferedDataTable GENES = LanguageModelNode.names("CD19", "CD3E", "BAD", "CD19", "WORSE");

    @TempDir
    Path m_temp;

    private TestNode node() {
        return LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene");
    }

    private TestNode asking(final OpenAiServer server) {
        return LanguageModelNode.service(node(), server.baseUrl(), KEY);
    }

    private static DescribeView shown(final TestNode node) {
        return (DescribeView)NodeView.sheet(node.host()).initialData(null).orElseThrow();
    }

    /** Says no to genes that are bad. */
    private static OpenAiServer server() {
        return OpenAiServer.start().withScript((request, usual) -> request.text().contains("BAD")
            || request.text().contains("WORSE") ? Optional.of(Reply.error(400, "x", "No.")) : Optional.empty());
    }

    @Test
    void countsWhatCameAndWhatDidNot() {
        try (var server = server(); var node = asking(server).run(GENES)) {
            final var shown = shown(node);
            assertNull(shown.message());
            assertFalse(shown.estimate());
            assertEquals(2, shown.statuses().get("ok"));
            assertEquals(1, shown.statuses().get("cached"));
            assertEquals(2, shown.statuses().get("error"));
            assertEquals(1, shown.free(), "the repeated row");
            assertEquals(1, shown.reasons().size());
            assertEquals(2, shown.reasons().get(0).rows());
            assertEquals("BAD", shown.reasons().get(0).first());
            assertTrue(shown.reasons().get(0).text().contains("No."), shown.reasons().get(0).text());
            assertEquals(2, shown.slowest().size());
            assertTrue(shown.slowest().get(0).seconds() >= shown.slowest().get(1).seconds(), "the slowest first");
            assertEquals("CD19", shown.answers().get(0).name());
            assertTrue(shown.numbers().get("Cost") > 0);
            assertFalse(shown.toString().contains(KEY), "the key");
        }
    }

    @Test
    void estimateIsShownAndNothingIsAsked() {
        try (var server = server()) {
            asking(server).run(LanguageModelNode.names("CD19")).close();
            try (var node = asking(server).set("action", "ESTIMATE").run(GENES)) {
                final var shown = shown(node);
                assertTrue(shown.estimate());
                assertEquals(5, shown.numbers().get("Rows"));
                assertEquals(4, shown.numbers().get("Different prompts"));
                assertEquals(1, shown.numbers().get("Different prompts: cached"));
                assertEquals(3, shown.numbers().get("Different prompts: to be asked"));
                assertTrue(shown.numbers().get("Cost at most") > shown.numbers().get("Cost at least"));
                assertEquals(1, server.paidCount());
            }
        }
    }

    @Test
    void saysWhyThereIsNothing() {
        try (var node = node().run(LanguageModelNode.names())) {
            assertEquals("The table has no rows.", shown(node).message());
        }
        try (var copied = node().configure(GENES.getDataTableSpec())) {
            assertEquals("Execute the node again to see its view.", shown(copied).message());
        }
    }

    /** What a model writes, what a service says and what genes are called is text, whatever it looks like. */
    @Test
    void hostileAnswersStayTexts() throws IOException, InterruptedException {
        final var script = "<script>document.title='owned'</script>" + PageInBrowser.HOSTILE;
        try (var server = OpenAiServer.start().withScript((request, usual) -> Optional.of(request.text().contains("BAD")
            ? Reply.error(400, "x", script) : Reply.ok(completion(script))));
                var node = asking(server).run(LanguageModelNode.names("CD19", "BAD", PageInBrowser.HOSTILE))) {
            final var dom = PageInBrowser.dom(m_temp, NodeView.sheet(node.host()), null, "");
            PageInBrowser.assertHarmless(dom);
            assertTrue(dom.contains("&lt;script&gt;document.title='owned'&lt;/script&gt;"), "the answer as text");
            assertTrue(dom.contains("Why rows have no answer"), "the reasons");
            assertFalse(dom.contains(KEY), "the key");
        }
    }

    private static String completion(final String text) {
        final var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"id\":\"x\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-4o-mini\",\"choices\":[{"
            + "\"index\":0,\"finish_reason\":\"stop\",\"logprobs\":null,\"message\":{\"role\":\"assistant\","
            + "\"refusal\":null,\"content\":\"" + escaped + "\"}}],\"usage\":{\"prompt_tokens\":9,"
            + "\"completion_tokens\":9,\"total_tokens\":18}}";
    }
}
