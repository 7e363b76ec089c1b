package org.scelmo.nodes.languagemodel.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.BufferedDataTable;
import org.scelmo.llm.testserver.OpenAiServer;
import org.scelmo.nodes.testing.LanguageModelNode;
import org.scelmo.nodes.testing.Rows;
import org.scelmo.nodes.testing.TestNode;

/** What the dialog says about the way to a service reaches it, or is refused before anything is sent. */
class LlmDescribeConnectionTest {

    private static final BufferedDataTable GENES = LanguageModelNode.names("CD19");

    @TempDir
    Path m_temp;

    private TestNode asking(final String baseUrl) {
        final var node = LanguageModelNode.of(LlmDescribeNodeFactory::new, m_temp.resolve("cache.sqlite"))
            .set("names", "gene");
        return LanguageModelNode.service(node, baseUrl, "sk-test-key");
    }

    @Test
    void headersAndProjectReachTheService() {
        try (var server = OpenAiServer.start(); var node = asking(server.baseUrl())) {
            node.settings("service").addString("headers", "X-Team: single cell\nX-Floor: 7");
            node.settings("service").addString("project", "proj_1");
            node.settings("service").addString("organization", "org-1");
            node.run(GENES);
            final var request = server.requests().get(0);
            assertEquals("single cell", request.header("X-Team"));
            assertEquals("7", request.header("X-Floor"));
            assertEquals("proj_1", request.header("OpenAI-Project"));
            assertEquals("org-1", request.header("OpenAI-Organization"));
        }
    }

    @Test
    void azureGetsItsVersionAndOthersDoNot() {
        try (var server = OpenAiServer.start(); var azure = asking(server.baseUrl());
                var other = asking(server.baseUrl())) {
            azure.settings("service").addString("provider", "AZURE");
            azure.settings("service").addString("apiVersion", "2024-10-21");
            azure.run(GENES);
            other.settings("service").addString("apiVersion", "2024-10-21");
            other.run(GENES);
            assertTrue(server.requests().get(0).target().endsWith("?api-version=2024-10-21"));
            assertFalse(server.requests().get(1).target().contains("?"), "no version of Azure for OpenAI");
        }
    }

    @ParameterizedTest
    @CsvSource({"headers, My-Api-Key: s3cret, looks like a key or a password", "headers, Host: x, is set by the client",
        "headers, nonsense, is no header", "project, a\u00e4, not printable ASCII",
        "organization, a\u00e4, not printable ASCII", "baseUrl, http://a.example/v1, is not encrypted",
        "baseUrl, https://a.example/v1?key=s3cret, holds a query"})
    void whatMustNotBeSentIsRefusedAtConfiguration(final String key, final String value, final String told) {
        try (var node = asking("https://a.example/v1")) {
            node.settings("service").addString(key, value);
            final var message = node.configureFailure(GENES.getDataTableSpec());
            assertTrue(message.contains(told), message);
            assertFalse(message.contains("s3cret"), message);
        }
    }

    @Test
    void batchesOfAzureAreRefusedBeforeAnythingIsSent() {
        try (var server = OpenAiServer.start(); var node = asking(server.baseUrl()).set("manner", "BATCH")) {
            node.settings("service").addString("provider", "AZURE");
            assertEquals("Batches of Azure OpenAI, which need a deployment of their own kind, are not supported.",
                node.configureFailure(GENES.getDataTableSpec()));
            assertEquals(0, server.requestCount());
        }
    }

    @Test
    void pastedAddressOfTheOperationIsMended() {
        try (var server = OpenAiServer.start(); var node = asking(server.baseUrl() + "/chat/completions/")) {
            node.run(GENES);
            assertEquals("/v1/chat/completions", server.requests().get(0).target());
            assertEquals("ok", Rows.texts(node.table(0), "Status").get(0));
        }
    }
}
