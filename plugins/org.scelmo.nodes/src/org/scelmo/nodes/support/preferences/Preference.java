package org.scelmo.nodes.support.preferences;

import java.util.Locale;

/** What is set once for all workflows of a user or an executor, in three places under names of one form. */
public enum Preference {
    /** The folder of the common cache of answers of language models. */
    ANSWER_FOLDER("llm.cache"),
    /** What the adaptor computes on: auto, cpu or cuda. */
    DEVICE("adaptor.device"),
    /** How many MB outside Java's heap the adaptor may take. */
    MEMORY("adaptor.memory");

    private final String m_key;

    Preference(final String key) {
        m_key = key;
    }

    /** @return the name among KNIME's preferences, in the node {@link ScelmoPreferences#NODE} */
    public String key() {
        return m_key;
    }

    /** @return the name of the system property */
    public String property() {
        return "scelmo." + m_key;
    }

    /** @return the name of the environment variable */
    public String variable() {
        return property().replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
