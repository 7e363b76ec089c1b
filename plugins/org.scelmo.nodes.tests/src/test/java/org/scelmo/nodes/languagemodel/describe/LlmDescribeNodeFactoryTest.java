package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.workflow.Credentials;
import org.knime.core.node.workflow.CredentialsStore;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.llm.testserver.Reply;
import org.scelmo.llm.testserver.Script;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

class LlmDescribeNodeFactoryTest {

    private static final String KEY = "sk-test-key";

    @TempDir
    Path m_temp;

    private TestNode node() {
        return LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite")).set("names", "gene");
    }

    private TestNode asking(final OpenAiServer server) {
        return LanguageModelNode.service(node(), server.baseUrl(), KEY);
    }

    @Test
    void testModelDescribesOfflineAndTheSecondTimeFromTheCache() {
        final var genes = LanguageModelNode.names("CD79A", "MS4A1", "CD79A");
        try (var node = node().run(genes)) {
            final var table = node.table(0);
            assertEquals(Rows.ids(genes), Rows.ids(table));
            assertEquals(List.of("ok", "ok", "cached"), Rows.texts(table, "Status"));
            assertTrue(Rows.texts(table, "Description").get(1).contains("MS4A1"));
            assertEquals(Rows.texts(table, "Description").get(0), Rows.texts(table, "Description").get(2));
            assertEquals(64, Rows.texts(table, "Prompt hash").get(0).length());
            assertEquals(3, Rows.number(node.table(1), "Rows", "Value"));
            assertEquals(0, Rows.number(node.table(1), "Cost", "Value"));
        }
        try (var again = node().run(genes)) {
            assertEquals(List.of("cached", "cached", "cached"), Rows.texts(again.table(0), "Status"));
        }
    }

    @Test
    void defaultAsksInTheWordsBehindThePublishedEmbeddings() {
        try (var server = OpenAiServer.start(); var node = asking(server).run(LanguageModelNode.names("CD79A"))) {
            assertEquals("Please summarize the major function of gene: CD79A. Use academic language in one paragraph "
                + "and include pathway information.", server.paid().keySet().iterator().next());
            final var body = server.requests().get(0).text();
            assertTrue(!body.contains("temperature") && !body.contains("seed") && !body.contains("max_"), body);
            assertTrue(Rows.number(node.table(1), "Cost", "Value") > 0);
            assertTrue(Rows.cells(node.table(0), "Input tokens").get(0).toString().compareTo("0") > 0);
        }
    }

    @Test
    void ownPromptTakesValuesOfColumns() {
        final var table = LanguageModelNode.table(List.of("gene", "tissue"), new String[]{"CD19", "spleen"},
            new String[]{"CD3E", null}, new String[]{null, "liver"});
        try (var server = OpenAiServer.start();
                var node = asking(server).set("question", "OWN").set("prompt", "{name} in {tissue}?").run(table)) {
            assertEquals(List.of("CD19 in spleen?"), List.copyOf(server.paid().keySet()));
            assertEquals(List.of("ok", "error", "error"), Rows.texts(node.table(0), "Status"));
            assertTrue(Rows.texts(node.table(0), "Reason").get(1).contains("{tissue}"));
            assertTrue(Rows.texts(node.table(0), "Reason").get(2).contains("name is missing"));
            assertTrue(node.warning().startsWith("2 of 3 rows got no answer"), node.warning());
        }
    }

    @Test
    void namesOfNewColumnsGiveWayToThoseOfTheInput() {
        final var table = LanguageModelNode.table(List.of("gene", "Status"), new String[]{"CD19", "mine"});
        try (var node = node().run(table)) {
            assertEquals(List.of("mine"), Rows.texts(node.table(0), "Status"));
            assertEquals(List.of("ok"), Rows.texts(node.table(0), "Status (#1)"));
        }
    }

    @Test
    void emptyTableGivesAnEmptyTableWithTheSameColumns() {
        try (var node = node().run(LanguageModelNode.names())) {
            assertEquals(0, node.table(0).size());
            assertTrue(node.table(0).getDataTableSpec().containsName("Description"));
        }
    }

    @Test
    void rowWithoutAnAnswerDoesNotHarmTheOthers() {
        try (var server = OpenAiServer.start().withScript((request, usual) -> request.text().contains("BAD")
            ? Optional.of(Reply.error(400, "invalid_request_error", "No.")) : Optional.empty())) {
            final var genes = LanguageModelNode.names("CD19", "BAD", "CD3E");
            try (var node = asking(server).run(genes)) {
                assertEquals(List.of("ok", "error", "ok"), Rows.texts(node.table(0), "Status"));
                assertNull(Rows.texts(node.table(0), "Description").get(1));
                assertNotNull(Rows.texts(node.table(0), "Reason").get(1));
            }
            try (var node = asking(server).set("unanswered", "FAIL")) {
                final var message = node.failure(genes);
                assertTrue(message.startsWith("1 of 3 rows got no answer; the first is 'BAD'"), message);
            }
        }
    }

    @Test
    void wrongKeyEndsTheExecutionAtOnce() {
        final var names = new String[200];
        Arrays.setAll(names, i -> "GENE" + i);
        try (var server = OpenAiServer.start().withKey("another"); var node = asking(server)) {
            final var message = node.failure(LanguageModelNode.names(names));
            assertTrue(message.contains(server.baseUrl()) && !message.contains(KEY), message);
            assertTrue(server.requestCount() <= 16, "asked " + server.requestCount() + " times");
        }
    }

    @Test
    void estimateAsksNothing() {
        final var genes = LanguageModelNode.names("CD19", "CD3E", "CD19");
        try (var server = OpenAiServer.start();
                var node = asking(server).set("action", "ESTIMATE").run(genes)) {
            assertEquals(0, server.requestCount());
            assertEquals(2, Rows.number(node.table(1), "Different prompts: to be asked", "Value"));
            assertTrue(Rows.number(node.table(1), "Cost at most", "Value") > 0);
            assertEquals(Arrays.asList(null, null, null), Rows.texts(node.table(0), "Description"));
            assertTrue(node.warning().startsWith("Nothing was asked"), node.warning());
        }
    }

    @Test
    void limitOfRequestsHolds() {
        try (var server = OpenAiServer.start(); var node = asking(server)) {
            node.settings("cost").addInt("requests", 2);
            node.settings("cost").addBoolean("requests_is_present", true);
            node.run(LanguageModelNode.names("A1BG", "A2M", "NAT1", "NAT2"));
            assertEquals(2, server.requestCount());
            assertEquals(List.of("ok", "ok", "skipped by budget", "skipped by budget"),
                Rows.texts(node.table(0), "Status"));
            assertTrue(node.warning().contains("2 of 4 rows were not asked"), node.warning());
        }
    }

    @Test
    void unknownPriceIsToldBeforeMoneyIsSpent() {
        try (var server = OpenAiServer.start(); var node = asking(server)) {
            node.settings("service").addString("model", "model-of-nobody");
            final var genes = LanguageModelNode.names("CD19");
            final var message = node.configureFailure(genes.getDataTableSpec());
            assertTrue(message.contains("price"), message);
            node.settings("cost").addBoolean("money_is_present", false);
            node.run(genes);
            assertNull(Rows.cells(node.table(1), "Value").get(Rows.ids(node.table(1)).indexOf("Cost")));
        }
    }

    /** As the node Credentials Configuration gives them. */
    @Test
    void keyMayComeFromAFlowVariable() {
        try (var server = OpenAiServer.start(); var node = asking(server)) {
            node.host().setCredentials(List.of());
            node.host().setVariables(List.of(CredentialsStore.newCredentialsFlowVariable("mine", "", KEY, null)));
            node.settings("service").addString("credentials", "mine");
            node.run(LanguageModelNode.names("CD19"));
            assertEquals("Bearer " + KEY, server.requests().get(0).header("Authorization"));
        }
    }

    @Test
    void missingCredentialsUnknownOnesAndEmptyPasswordsAreToldApart() {
        final var spec = LanguageModelNode.names("CD19").getDataTableSpec();
        try (var server = OpenAiServer.start(); var node = asking(server)) {
            node.settings("service").addString("credentials", "<none>");
            final var none = node.configureFailure(spec);
            assertEquals("No credentials with the key for OpenAI are chosen.", none);

            node.settings("service").addString("credentials", "other");
            final var unknown = node.configureFailure(spec);
            assertEquals("The credentials 'other' with the key for OpenAI do not reach this node.", unknown);

            node.settings("service").addString("credentials", "openai");
            node.host().setCredentials(List.of(new Credentials("openai", "me", "")));
            final var empty = node.configureFailure(spec);
            assertEquals("The credentials 'openai' have no password, so that there is no key for OpenAI.", empty);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://example.org/v1, not encrypted", "ftp://example.org, https://",
        "https://user:secret@example.org, password", "https://exa mple.org, malformed"})
    void unsafeBaseUrlIsRefused(final String url, final String part) {
        try (var node = LanguageModelNode.service(node(), url, KEY)) {
            final var message = node.configureFailure(LanguageModelNode.names("CD19").getDataTableSpec());
            assertTrue(message.contains(part) && !message.contains("secret"), message);
        }
    }

    @Test
    void serviceOfOnesOwnNeedsNoKey() {
        try (var server = OpenAiServer.start(); var node = node()) {
            node.settings("service").addString("provider", "OLLAMA");
            node.settings("service").addString("model", "llama3");
            node.settings("service").addString("baseUrl", server.baseUrl());
            node.run(LanguageModelNode.names("CD19"));
            assertEquals("", server.requests().get(0).header("Authorization"));
            assertEquals(0, Rows.number(node.table(1), "Cost", "Value"));
        }
    }

    @Test
    void unknownPlaceholderNamesTheNearestColumn() {
        final var spec = LanguageModelNode.table(List.of("gene", "tissue")).getDataTableSpec();
        try (var node = node().set("question", "OWN").set("prompt", "{name} in {tisue}?")) {
            assertTrue(node.configureFailure(spec).contains("{tisue}"));
            assertTrue(node.host().message().getResolutions().toString().contains("{tissue}"));
        }
    }

    @Test
    void answersThatAreNoDescriptionsAreMarked() {
        final var sorry = Reply.ok("{\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"I'm sorry, I do not have any information.\"}}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":9,\"total_tokens\":12}}");
        try (var server = OpenAiServer.start().withScript(Script.always(sorry));
                var node = asking(server).run(LanguageModelNode.names("LOC123"))) {
            final var lint = Rows.texts(node.table(0), "Lint").get(0);
            assertTrue(lint.contains("apologizes") && lint.contains("does not mention the name"), lint);
            assertTrue(node.warning().contains("may be no descriptions"), node.warning());
        }
    }
}
