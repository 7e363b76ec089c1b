package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is to be told to the user; the first issues are kept, all are counted. */
public final class MessageBuilder {

    private static final int MAX_ISSUES = 10;

    private final List<String> m_issues = new ArrayList<>();

    private final List<String> m_resolutions = new ArrayList<>();

    private String m_summary;

    private long m_issueCount;

    MessageBuilder() {
    }

    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    public MessageBuilder addTextIssue(final String text) {
        if (m_issues.size() < MAX_ISSUES) {
            m_issues.add(text);
        }
        m_issueCount++;
        return this;
    }

    public MessageBuilder addRowIssue(final int portIndex, final int column, final long rowIndex, final String text) {
        return addTextIssue("Input " + portIndex + ", row " + (rowIndex + 1) + ", column " + (column + 1) + ": "
            + text);
    }

    public MessageBuilder addResolutions(final String... resolutions) {
        m_resolutions.addAll(List.of(resolutions));
        return this;
    }

    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    public Optional<String> getFirstIssue() {
        return m_issues.stream().findFirst();
    }

    public long getIssueCount() {
        return m_issueCount;
    }

    /** @return the message, empty if neither summary nor issue was given */
    public Optional<Message> build() {
        if (m_summary == null && m_issues.isEmpty()) {
            return Optional.empty();
        }
        final var summary = m_summary == null ? m_issues.get(0) : m_summary;
        final var more = m_issueCount - m_issues.size();
        final var text = String.join("\n", m_issues) + (more > 0 ? "\n... and " + more + " more" : "");
        return Optional.of(new Message(summary, m_issues.isEmpty() ? null : new Issue(text), m_resolutions));
    }
}
