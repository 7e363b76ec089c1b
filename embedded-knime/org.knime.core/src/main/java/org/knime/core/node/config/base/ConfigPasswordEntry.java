package org.knime.core.node.config.base;

import java.util.Objects;

/** A settings entry holding a password in the encrypted form in which it lies on disk. */
public final class ConfigPasswordEntry extends AbstractConfigEntry {

    private final String m_encrypted;

    public ConfigPasswordEntry(final String key, final String value) {
        super(ConfigEntries.xpassword, key);
        m_encrypted = value;
    }

    /** @return the encrypted password */
    public String getPassword() {
        return m_encrypted;
    }

    @Override
    public String toStringValue() {
        return m_encrypted;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return entry instanceof ConfigPasswordEntry other && Objects.equals(m_encrypted, other.m_encrypted);
    }
}
