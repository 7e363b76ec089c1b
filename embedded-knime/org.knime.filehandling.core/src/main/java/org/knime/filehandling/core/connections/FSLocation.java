package org.knime.filehandling.core.connections;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A file or folder: the file system it lies in and the path there. Says nothing about whether it exists. */
public final class FSLocation implements FSLocationSpec, Serializable {

    private static final long serialVersionUID = 1L;

    /** No location. */
    public static final FSLocation NULL = new FSLocation();

    private final String m_category;

    private final String m_specifier;

    private final String m_path;

    private FSLocation() {
        m_category = null;
        m_specifier = null;
        m_path = null;
    }

    /**
     * @param fsCategory category without specifier
     * @param path path in that file system
     */
    public FSLocation(final FSCategory fsCategory, final String path) {
        this(fsCategory.name(), null, path);
    }

    /**
     * @param fsCategory name of a category without specifier
     * @param path path in that file system
     */
    public FSLocation(final String fsCategory, final String path) {
        this(fsCategory, null, path);
    }

    /**
     * @param fsCategory category
     * @param fsSpecifier specifier, may be null
     * @param path path in that file system
     */
    public FSLocation(final FSCategory fsCategory, final String fsSpecifier, final String path) {
        this(fsCategory.name(), fsSpecifier, path);
    }

    /**
     * @param fsCategory name of a category
     * @param fsSpecifier specifier, may be null
     * @param path path in that file system
     * @throws IllegalArgumentException if category or path is null
     */
    public FSLocation(final String fsCategory, final String fsSpecifier, final String path) {
        if (fsCategory == null || path == null) {
            throw new IllegalArgumentException("A location needs a file system category and a path, got category "
                + fsCategory + " and path " + path + ".");
        }
        m_category = fsCategory;
        m_specifier = fsSpecifier;
        m_path = path;
    }

    /** @return path in the file system */
    public String getPath() {
        return m_path;
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
        return obj instanceof FSLocation other && Objects.equals(m_category, other.m_category)
            && Objects.equals(m_specifier, other.m_specifier) && Objects.equals(m_path, other.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, m_specifier, m_path);
    }

    @Override
    public String toString() {
        if (m_category == null) {
            return "NULL";
        }
        return "(" + m_category + ", " + (m_specifier == null ? "" : m_specifier + ", ") + m_path + ")";
    }
}
