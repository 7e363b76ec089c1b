package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.workflow.NodeMessage;

/** What a node tells the user: a summary, issues found, and ways to resolve them. */
public final class Message {

    private static final String CFG_SUMMARY = "summary";

    private static final String CFG_ISSUE = "issue";

    private static final String CFG_RESOLUTIONS = "resolutions";

    private final String m_summary;

    private final Issue m_issue;

    private final List<String> m_resolutions;

    Message(final String summary, final Issue issue, final List<String> resolutions) {
        m_summary = Objects.requireNonNull(summary, "The summary of a message must not be null.");
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    public static Message fromSummary(final String summary) {
        return new Message(summary, null, List.of());
    }

    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(summary, null, List.of(resolutions));
    }

    public static Message fromNodeMessage(final NodeMessage nodeMessage) {
        return nodeMessage.getMessageType() == NodeMessage.Type.RESET ? null : new Message(nodeMessage.getMessage(),
            nodeMessage.getIssue().map(Issue::new).orElse(null), nodeMessage.getResolutions());
    }

    /** @return the summary of the message, null for null */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.m_summary;
    }

    public String getSummary() {
        return m_summary;
    }

    Optional<Issue> issue() {
        return Optional.ofNullable(m_issue);
    }

    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** @return a builder that starts with what this message says */
    public MessageBuilder modify() {
        final var builder = builder().withSummary(m_summary).addResolutions(m_resolutions.toArray(String[]::new));
        return m_issue == null ? builder : builder.addTextIssue(m_issue.text());
    }

    public NodeMessage toNodeMessage(final NodeMessage.Type type) {
        return new NodeMessage(type, m_summary, m_issue == null ? null : m_issue.text(), m_resolutions);
    }

    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new RefusedSettingsException(this, cause);
    }

    public void saveTo(final ConfigBaseWO config) {
        config.addString(CFG_SUMMARY, m_summary);
        if (m_issue != null) {
            config.addString(CFG_ISSUE, m_issue.text());
        }
        config.addStringArray(CFG_RESOLUTIONS, m_resolutions.toArray(String[]::new));
    }

    public static Optional<Message> load(final ConfigBaseRO config) throws InvalidSettingsException {
        final var summary = config.getString(CFG_SUMMARY, null);
        if (summary == null) {
            return Optional.empty();
        }
        final var issue = config.getString(CFG_ISSUE, null);
        return Optional.of(new Message(summary, issue == null ? null : new Issue(issue),
            List.of(config.getStringArray(CFG_RESOLUTIONS, new String[0]))));
    }

    public String toLogPrintable() {
        return m_issue == null ? m_summary : m_summary + "\n" + m_issue.text();
    }

    @Override
    public String toString() {
        return m_summary;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issue, m_resolutions);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Message other && m_summary.equals(other.m_summary)
            && Objects.equals(m_issue, other.m_issue) && m_resolutions.equals(other.m_resolutions);
    }
}
