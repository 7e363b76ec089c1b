package org.scelmo.embedded.runner.exec;

import java.util.List;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.NodeMessage.Type;

/**
 * What a node tells its user.
 *
 * @param summary one line
 * @param details more about it, may be empty
 * @param resolutions what to do about it, may be empty
 */
public record NodeMessage(String summary, List<String> details, List<String> resolutions) {

    /** @return a message of one line */
    public static NodeMessage of(final String summary) {
        return new NodeMessage(summary, List.of(), List.of());
    }

    /** @return why settings were refused, with what to do about it if the exception knows */
    static NodeMessage of(final InvalidSettingsException e) {
        return e instanceof MessageAwareException aware ? of(aware.getKNIMEMessage().toNodeMessage(Type.WARNING))
            : of(e.getMessage());
    }

    static NodeMessage of(final org.knime.core.node.workflow.NodeMessage message) {
        final var details = message.getIssue().map(issue -> List.of(issue.split("\\R"))).orElse(List.of());
        return new NodeMessage(message.getMessage(), details, message.getResolutions());
    }
}
