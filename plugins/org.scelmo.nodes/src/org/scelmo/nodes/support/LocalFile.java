package org.scelmo.nodes.support;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFiles;
import org.knime.filehandling.core.connections.FSFiles.LocalFileHandle;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;
import org.knime.filehandling.core.connections.location.FSPathProvider;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;
import org.scelmo.core.ScelmoException;

/**
 * A chosen file as a path that random access works on. Files on this computer, next to the workflow or in the space are
 * read in place; others are copied while this is open.
 */
public final class LocalFile implements Closeable {

    /** A URL's scheme; a single letter is a Windows drive. */
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:.*");

    private static final String DATA = "/data/";

    private static final String WORKFLOW_DATA = "knime://knime.workflow" + DATA;

    private static final Set<String> NEAR_FOLDERS =
        Set.of(RelativeTo.WORKFLOW.getSettingsValue(), RelativeTo.WORKFLOW_DATA.getSettingsValue());

    private final FSPathProviderFactory m_factory;

    private final FSPathProvider m_provider;

    private final LocalFileHandle m_handle;

    private LocalFile(final FSPathProviderFactory factory, final FSPathProvider provider,
        final LocalFileHandle handle) {
        m_factory = factory;
        m_provider = provider;
        m_handle = handle;
    }

    /**
     * @param selection what the dialog's file chooser holds
     * @return the file; close it after reading
     * @throws IOException if it cannot be reached
     */
    public static LocalFile open(final FileSelection selection) throws IOException {
        final var location = location(selection);
        final var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
        FSPathProvider provider = null;
        try {
            provider = factory.create(location);
            final var file = new LocalFile(factory, provider, FSFiles.toLocalFile(provider.getPath()));
            if (!Files.exists(file.path())) {
                throw new NoSuchFileException(location.getPath());
            }
            if (Files.isDirectory(file.path())) {
                throw new ScelmoException("'%s' is a folder, not a file.".formatted(location.getPath()),
                    "Choose a file in the dialog.");
            }
            return file;
        } catch (final IOException | RuntimeException e) {
            if (provider != null) {
                provider.close();
            }
            factory.close();
            throw e;
        }
    }

    /** @return whether a file is chosen */
    public static boolean isChosen(final FileSelection selection) {
        final var location = selection == null ? null : selection.getFSLocation();
        return location != null && location != FSLocation.NULL && !location.getPath().isBlank();
    }

    /**
     * @param selection what the dialog's file chooser holds
     * @throws InvalidSettingsException if no file is chosen
     */
    public static void checkChosen(final FileSelection selection) throws InvalidSettingsException {
        if (!isChosen(selection)) {
            throw Messages.invalid("No file is chosen.", "Open the dialog and choose the file to read.");
        }
    }

    /**
     * @param selection what the dialog's file chooser holds
     * @return whether the file can be looked into without fetching it from elsewhere
     */
    public static boolean isNear(final FileSelection selection) {
        final var location = location(selection);
        return switch (location.getFSCategory()) {
            case LOCAL -> true;
            case RELATIVE -> location.getFileSystemSpecifier().filter(NEAR_FOLDERS::contains).isPresent();
            default -> false;
        };
    }

    /**
     * URLs that name a file on this computer or in the workflow's data area become locations there, so that nothing is
     * copied. A plain path given where a URL is expected, as by a workflow variable, means a local file.
     */
    public static FSLocation location(final FileSelection selection) {
        final var location = selection.getFSLocation();
        final var path = location.getPath();
        if (location.getFSCategory() != FSCategory.CUSTOM_URL) {
            return location;
        } else if (!SCHEME.matcher(path).matches()) {
            return new FSLocation(FSCategory.LOCAL, path);
        } else if (path.startsWith("file:")) {
            return new FSLocation(FSCategory.LOCAL, Path.of(uri(path)).toString());
        } else if (path.startsWith(WORKFLOW_DATA)) {
            return new FSLocation(FSCategory.RELATIVE, RelativeTo.WORKFLOW_DATA.getSettingsValue(),
                uri(path).getPath().substring(DATA.length()));
        }
        return location;
    }

    private static URI uri(final String url) {
        try {
            return new URI(url.replace(" ", "%20"));
        } catch (final URISyntaxException e) {
            throw new ScelmoException(e, "The URL '%s' cannot be understood: %s.".formatted(url, e.getReason()),
                "Check the URL in the dialog.", "Choose the file in the local file system.");
        }
    }

    /**
     * @param selection what the dialog's file chooser holds
     * @throws InvalidSettingsException if the file is elsewhere, so that it must be copied to be read
     */
    public static void checkLinkable(final FileSelection selection) throws InvalidSettingsException {
        if (!isNear(selection)) {
            throw Messages.invalid("'%s' is neither on this computer nor in the workflow, so that it cannot be linked."
                .formatted(location(selection).getPath()), "Choose 'Import into the workflow' in the dialog.",
                "Copy the file to this computer and choose it there.");
        }
    }

    /** @return the name of the file, without folders */
    public String name() {
        return path().getFileName().toString();
    }

    public Path path() {
        return Path.of(m_handle.path());
    }

    @Override
    public void close() throws IOException {
        try (m_factory; m_provider; m_handle) { // NOSONAR only closes, in reverse order
            return;
        }
    }
}
