package org.knime.core.webui.node.dialog;

import java.util.Locale;

/** Kinds of settings that a node has. */
public enum SettingsType {
        /** What the node does. */
        MODEL,
        /** What its view shows. */
        VIEW,
        /** Where it runs. */
        JOB_MANAGER;

    /** @return the key of these settings in settings.xml */
    public String getConfigKey() {
        return this == JOB_MANAGER ? "job.manager" : name().toLowerCase(Locale.ROOT);
    }
}
