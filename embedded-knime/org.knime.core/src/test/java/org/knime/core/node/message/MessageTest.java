package org.knime.core.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeMessage;

/** What a node tells the user. */
class MessageTest {

    private static final Message MESSAGE = Message.builder().withSummary("3 genes not found.").addTextIssue("ABC")
        .addTextIssue("DEF").addResolutions("Use symbols.", "Use another library.", "Use symbols.").build()
        .orElseThrow();

    @Test
    void keepsTheFirstIssueAndEachResolutionOnce() {
        final var shown = MESSAGE.toNodeMessage(NodeMessage.Type.WARNING);
        assertEquals("ABC", shown.getIssue().orElseThrow());
        assertEquals(List.of("Use symbols.", "Use another library."), shown.getResolutions());
        assertEquals("3 genes not found.\nABC", MESSAGE.toLogPrintable());
        assertEquals(MESSAGE, Message.fromNodeMessage(shown));
    }

    @Test
    void thereIsNoMessageWithoutASummary() {
        final var builder = Message.builder().addTextIssue("ABC");
        assertTrue(builder.build().isEmpty());
        assertEquals(1, builder.getIssueCount());
        assertNull(Message.getSummaryFrom(null));
        assertNull(Message.fromNodeMessage(NodeMessage.NONE));
    }

    @Test
    void survivesSettings() throws InvalidSettingsException {
        final var settings = new NodeSettings("message");
        MESSAGE.saveTo(settings);
        assertEquals(MESSAGE, Message.load(settings).orElseThrow());
        assertTrue(Message.load(new NodeSettings("empty")).isEmpty());
    }

    @Test
    void becomesAnExceptionAndComesBack() {
        assertSame(MESSAGE, MESSAGE.toKNIMEException().getKNIMEMessage());
        assertSame(MESSAGE, MESSAGE.toKNIMEException().toUnchecked().getKNIMEMessage());
        final var refused = MESSAGE.toInvalidSettingsException(new IOException("cause"));
        assertEquals("3 genes not found.", refused.getMessage());
        assertSame(MESSAGE, ((MessageAwareException)refused).getKNIMEMessage());
    }

    @Test
    void canBeModified() {
        assertEquals("Other.\nABC", MESSAGE.modify().withSummary("Other.").build().orElseThrow().toLogPrintable());
    }
}
