package org.knime.filehandling.core.connections;

import java.util.Objects;
import java.util.Optional;

/** A plain {@link FSLocationSpec}. */
public class DefaultFSLocationSpec implements FSLocationSpec {

    private final String m_category;

    private final String m_specifier;

    /** @param fsCategory name of the category */
    public DefaultFSLocationSpec(final String fsCategory) {
        this(fsCategory, null);
    }

    /**
     * @param fsCategory name of the category
     * @param specifier may be null
     */
    public DefaultFSLocationSpec(final String fsCategory, final String specifier) {
        m_category = fsCategory;
        m_specifier = specifier;
    }

    /** @param fsCategory the category */
    public DefaultFSLocationSpec(final FSCategory fsCategory) {
        this(fsCategory.name(), null);
    }

    /**
     * @param fsCategory the category
     * @param specifier may be null
     */
    public DefaultFSLocationSpec(final FSCategory fsCategory, final String specifier) {
        this(fsCategory.name(), specifier);
    }

    @Override
    public String getFileSystemCategory() {
        return m_category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(m_specifier);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj != null && obj.getClass() == getClass() && FSLocationSpec.areEqual(this, (FSLocationSpec)obj);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, m_specifier);
    }

    @Override
    public String toString() {
        return m_specifier == null ? "(" + m_category + ")" : "(" + m_category + ", " + m_specifier + ")";
    }
}
