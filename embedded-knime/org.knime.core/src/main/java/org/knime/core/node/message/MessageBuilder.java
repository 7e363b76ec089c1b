package org.knime.core.node.message;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.NodeLogger;

/**
 * Collects what is to be told to the user. As in KNIME only the first issue is shown, the others are only counted, and
 * without a summary there is no message.
 */
public final class MessageBuilder {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(MessageBuilder.class);

    private final Set<String> m_resolutions = new LinkedHashSet<>();

    private String m_summary;

    private Issue m_firstIssue;

    private long m_issueCount;

    MessageBuilder() {
    }

    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    public MessageBuilder addTextIssue(final String text) {
        if (m_firstIssue == null) {
            m_firstIssue = new Issue(text);
        }
        m_issueCount++;
        return this;
    }

    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        return addTextIssue("Input " + portIndex + ", row " + (rowIndex + 1) + ", column " + (columnIndex + 1) + ": "
            + description);
    }

    public MessageBuilder addResolutions(final String... resolutions) {
        m_resolutions.addAll(List.of(resolutions));
        return this;
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    public Optional<String> getFirstIssue() {
        return Optional.ofNullable(m_firstIssue).map(Issue::text);
    }

    public long getIssueCount() {
        return m_issueCount;
    }

    /** @return the message, empty if no summary was given */
    public Optional<Message> build() {
        if (m_summary == null) {
            if (m_issueCount > 0) {
                LOGGER.coding("A message with " + m_issueCount + " issues has no summary, so it is lost.");
            }
            return Optional.empty();
        }
        return Optional.of(new Message(m_summary, m_firstIssue, List.copyOf(m_resolutions)));
    }
}
