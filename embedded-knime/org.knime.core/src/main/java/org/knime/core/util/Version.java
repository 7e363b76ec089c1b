package org.knime.core.util;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A version: three numbers and a qualifier. */
public final class Version implements Comparable<Version>, Serializable {

    private static final long serialVersionUID = 1;

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::getMajor)
        .thenComparingInt(Version::getMinor).thenComparingInt(Version::getRevision)
        .thenComparing(Version::getQualifier);

    private final int m_major;

    private final int m_minor;

    private final int m_revision;

    private final String m_qualifier;

    public Version(final int major, final int minor, final int revision) {
        this(major, minor, revision, "");
    }

    public Version(final int major, final int minor, final int revision, final String qualifier) {
        m_major = major;
        m_minor = minor;
        m_revision = revision;
        m_qualifier = qualifier;
    }

    /**
     * Reads a version such as 5.8.2 or 5.8.2.v2026.
     *
     * @param versionString up to four parts
     * @throws IllegalArgumentException if one of the first three is no number
     */
    public Version(final String versionString) {
        final var parts = versionString.split("\\.", 4);
        m_major = Integer.parseInt(parts[0]);
        m_minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        m_revision = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        m_qualifier = parts.length > 3 ? parts[3] : "";
    }

    public int getMajor() {
        return m_major;
    }

    public int getMinor() {
        return m_minor;
    }

    public int getRevision() {
        return m_revision;
    }

    public String getQualifier() {
        return m_qualifier;
    }

    public boolean isSameOrNewer(final Version otherVersion) {
        return compareTo(otherVersion) >= 0;
    }

    @Override
    public int compareTo(final Version o) {
        return ORDER.compare(this, o);
    }

    @Override
    public String toString() {
        return m_major + "." + m_minor + "." + m_revision + (m_qualifier.isEmpty() ? "" : "." + m_qualifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_major, m_minor, m_revision, m_qualifier);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Version other && compareTo(other) == 0;
    }
}
