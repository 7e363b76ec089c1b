package org.scelmo.embedded.runner.exec;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Turns KNIME's messages and exceptions into ours. */
final class Messages {

    private Messages() {
    }

    /** @return the exception's own words, its type where it has none */
    static NodeMessage of(final Throwable failure) {
        if (failure instanceof KNIMEException knime) {
            return of(knime.getKNIMEMessage());
        }
        if (failure instanceof InvalidSettingsException) {
            return NodeMessage.of(text(failure));
        }
        return new NodeMessage(text(failure), failure instanceof RuntimeException ? origin(failure) : List.of(),
            List.of());
    }

    static NodeMessage of(final Message message) {
        final var issue = message.toNodeMessage(org.knime.core.node.workflow.NodeMessage.Type.WARNING).getIssue();
        return new NodeMessage(message.getSummary(), issue.map(i -> List.of(i.split("\\R"))).orElse(List.of()),
            message.getResolutions());
    }

    private static String text(final Throwable failure) {
        final var text = failure.getMessage();
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text;
    }

    /** Where an unexpected exception came from; the rest of the stack helps nobody at the terminal. */
    private static List<String> origin(final Throwable failure) {
        final var stack = failure.getStackTrace();
        return stack.length == 0 ? List.of() : List.of(failure.getClass().getName() + " at " + stack[0]);
    }
}
