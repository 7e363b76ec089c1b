package org.knime.filehandling.core.connections;

import java.util.Arrays;

/** What a relative location is relative to. */
public enum RelativeTo {
        /** The Hub space that holds the workflow; on a local installation the mountpoint. */
        SPACE("knime.space", "Current Hub Space"),
        /** The root of the tree that holds the workflow. */
        MOUNTPOINT("knime.mountpoint", "Current mountpoint"),
        /** The workflow: {@code ../x} lies beside it. */
        WORKFLOW("knime.workflow", "Current workflow"),
        /** The folder {@code data} inside the workflow. */
        WORKFLOW_DATA("knime.workflow.data", "Current workflow data area");

    private final String m_settingsValue;

    private final String m_label;

    RelativeTo(final String settingsValue, final String label) {
        m_settingsValue = settingsValue;
        m_label = label;
    }

    /**
     * @param string a file system specifier, e.g. {@code knime.workflow}; also the host of a {@code knime:} URL
     * @return the constant stored under that value
     * @throws IllegalArgumentException if there is none
     */
    public static RelativeTo fromSettingsValue(final String string) {
        return Arrays.stream(values()).filter(r -> r.m_settingsValue.equals(string)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(
                "Unknown relative-to option '" + string + "'; known are knime.space, knime.mountpoint, "
                    + "knime.workflow and knime.workflow.data."));
    }

    /** @return the text a user reads */
    public String getLabel() {
        return m_label;
    }

    /** @return the value in settings and URLs */
    public String getSettingsValue() {
        return m_settingsValue;
    }

    @Override
    public String toString() {
        return m_label;
    }
}
