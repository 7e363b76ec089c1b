package org.scelmo.embedded.files;

import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFileSystem;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSLocationUtil;

/** A view of this computer's files under other paths. */
final class EmbeddedFileSystem extends FSFileSystem<EmbeddedPath> {

    private final PathMapping m_mapping;

    private final EmbeddedFileSystemProvider m_provider = new EmbeddedFileSystemProvider(this);

    EmbeddedFileSystem(final FSLocationSpec spec, final PathMapping mapping, final String workingDirectory) {
        super(spec, workingDirectory);
        m_mapping = mapping;
    }

    PathMapping mapping() {
        return m_mapping;
    }

    EmbeddedPath wrap(final Path path) {
        return new EmbeddedPath(this, path);
    }

    @Override
    public EmbeddedPath getPath(final String first, final String... more) {
        return wrap(Path.of(first, more));
    }

    /** A URL location's path is the whole URL. */
    @Override
    public EmbeddedPath getPath(final FSLocation location) {
        return getFileSystemCategory() == FSCategory.CUSTOM_URL
            ? getPath(FSLocationUtil.createFromURL(location.getPath()).getPath()) : super.getPath(location);
    }

    @Override
    public EmbeddedFileSystemProvider provider() {
        return m_provider;
    }

    @Override
    protected void ensureClosedInternal() {
        // holds nothing open
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return FileSystems.getDefault().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(wrap(Path.of("/")));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return FileSystems.getDefault().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(final String syntaxAndPattern) {
        final var matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(((EmbeddedPath)path).inner());
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
