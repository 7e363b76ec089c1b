package org.knime.filehandling.core.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A path of an {@link FSFileSystem}. Use it through {@link java.nio.file.Files} and {@link FSFiles}. */
public abstract class FSPath implements Path {

    /** Separator in {@link #getURICompatiblePath()}. */
    public static final String URI_SEPARATOR = "/";

    @Override
    public abstract FSFileSystem<? extends FSPath> getFileSystem();

    /** @return the names of the path as strings */
    public Stream<String> stringStream() {
        return pathStream().map(Path::toString);
    }

    /** @return the names of the path */
    public Stream<Path> pathStream() {
        return IntStream.range(0, getNameCount()).mapToObj(this::getName);
    }

    /** @return the location this path stands for */
    public FSLocation toFSLocation() {
        final var fileSystem = getFileSystem();
        return new FSLocation(fileSystem.getFileSystemCategory(), fileSystem.getFileSystemSpecifier().orElse(null),
            toString());
    }

    /** @return the absolute, normalized path with slashes */
    public String getURICompatiblePath() {
        final var absolute = (FSPath)toAbsolutePath().normalize();
        return URI_SEPARATOR + String.join(URI_SEPARATOR, absolute.stringStream().toList());
    }

    @Override
    public final URI toUri() {
        final var base = getFileSystem().getFileSystemBaseURI();
        try {
            return new URI(base.getScheme(), base.getAuthority(), getURICompatiblePath(), null, null);
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("Cannot express " + this + " as URI", e);
        }
    }

    /**
     * @param other one or more names
     * @return this path with all of them resolved in turn
     */
    public final FSPath resolve(final String[] other) {
        if (other == null || other.length == 0) {
            throw new IllegalArgumentException("Unable to resolve against an empty path");
        }
        Path result = this;
        for (final var name : other) {
            result = result.resolve(name);
        }
        return (FSPath)result;
    }
}
