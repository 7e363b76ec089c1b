package org.scelmo.nodes.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.scelmo.core.CanceledException;
import org.scelmo.core.ScelmoException;

class MessagesTest {

    private static Message message(final Messages.Work work) {
        return assertThrows(KNIMEException.class, () -> Messages.translate(work)).getKNIMEMessage();
    }

    @Test
    void coreExceptionsKeepWhatToDo() {
        final var cause = new ScelmoException("Row 3 is wrong.", "Remove it.", "Or mend it.");
        final var thrown = assertThrows(KNIMEException.class, () -> Messages.translate(() -> {
            throw cause;
        }));
        assertEquals("Row 3 is wrong.", thrown.getKNIMEMessage().getSummary());
        assertEquals(List.of("Remove it.", "Or mend it."), thrown.getKNIMEMessage().getResolutions());
        assertSame(cause, thrown.getCause());
    }

    @Test
    void problemsWithFilesNameTheFileAndWhatToDo() {
        for (final var e : List.of(new NoSuchFileException("a.h5ad"), new AccessDeniedException("a.h5ad"),
            new IOException("a.h5ad is broken"))) {
            for (final Messages.Work work : List.<Messages.Work> of(() -> {
                throw e;
            }, () -> {
                throw new UncheckedIOException(e);
            })) {
                final var message = message(work);
                assertTrue(message.getSummary().contains("a.h5ad"), message.getSummary());
                assertTrue(!message.getResolutions().isEmpty());
            }
        }
        assertTrue(message(() -> {
            throw new IOException();
        }).getSummary().contains("IOException"));
    }

    @Test
    void refusedSettingsAreToldAtExecutionToo() {
        assertEquals("No.", message(() -> {
            throw new InvalidSettingsException("No.");
        }).getSummary());
    }

    @Test
    void cancelingIsNoError() {
        assertThrows(CanceledExecutionException.class, () -> Messages.translate(() -> {
            throw new CanceledException();
        }));
    }
}
