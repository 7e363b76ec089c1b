package org.scelmo.nodes.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFiles;
import org.knime.filehandling.core.connections.FSPath;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;

/**
 * Where a writer node puts its file. Files of this computer are written in place, under a temporary name until they are
 * complete; for other places they are made complete here first, and then copied.
 */
public final class WriteTarget {

    /** Here a file is copied under a temporary name and renamed; other places do not rename, or keep each version. */
    private static final Set<FSCategory> RENAMING =
        Set.of(FSCategory.RELATIVE, FSCategory.MOUNTPOINT, FSCategory.CONNECTED);

    private final FileSelection m_selection;

    private final ExistingFile m_existing;

    private final boolean m_createFolders;

    /** What writes the file, and others beside it if the format needs them. */
    @FunctionalInterface
    public interface Body {

        /**
         * @param file on this computer, in a folder that exists
         * @param existing what to do with a file that is there
         * @throws IOException if it cannot be written
         */
        void write(Path file, ExistingFile existing) throws IOException;
    }

    /**
     * @param selection what the dialog's file chooser holds
     * @param existing what to do if the file exists
     * @param createFolders whether folders that are missing shall be made
     */
    public WriteTarget(final FileSelection selection, final ExistingFile existing, final boolean createFolders) {
        m_selection = selection;
        m_existing = existing;
        m_createFolders = createFolders;
    }

    /**
     * Checks what can be told before execution.
     *
     * @throws InvalidSettingsException if no file is chosen, or a file of this computer cannot be written
     */
    public void check() throws InvalidSettingsException {
        if (!LocalFile.isChosen(m_selection)) {
            throw Messages.invalid("No file is chosen.", "Open the dialog and choose where to write.");
        }
        final var location = LocalFile.location(m_selection);
        if (location.getFSCategory() == FSCategory.LOCAL) {
            final var file = Path.of(location.getPath()).toAbsolutePath();
            if (m_createFolders && Files.notExists(file.getParent() == null ? file : file.getParent())) {
                return;
            }
            try {
                TargetFile.check(file, m_existing);
            } catch (final ScelmoException e) {
                throw Messages.invalid(e);
            }
        }
    }

    /**
     * @param body writes the file
     * @throws IOException if it cannot be written
     * @throws ScelmoException if it exists and must not be replaced, or there is no place for it
     */
    public void write(final Body body) throws IOException {
        final var location = LocalFile.location(m_selection);
        try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location)) {
            final var path = (FSPath)provider.getPath().toAbsolutePath();
            if (m_createFolders && path.getParent() != null) {
                FSFiles.createDirectories(path.getParent());
            }
            if (location.getFSCategory() == FSCategory.LOCAL) {
                body.write(path.toFile().toPath(), m_existing);
            } else {
                refuseExisting(path);
                transfer(path, RENAMING.contains(location.getFSCategory()), body);
            }
        }
    }

    private void refuseExisting(final Path path) throws IOException {
        if (m_existing == ExistingFile.FAIL && FSFiles.exists(path)) {
            throw new ScelmoException("The file '%s' exists already.".formatted(path), "Choose another name.",
                "Allow in the dialog that existing files are overwritten.");
        }
    }

    private void transfer(final Path path, final boolean rename, final Body body) throws IOException {
        final var folder = Files.createTempDirectory("scelmo-writer");
        try {
            body.write(folder.resolve(path.getFileName().toString()), ExistingFile.OVERWRITE);
            for (final var file : files(folder)) {
                final var target = path.resolveSibling(file.getFileName().toString());
                refuseExisting(target);
                copy(file, target, rename);
            }
        } finally {
            for (final var file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> files(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static void copy(final Path file, final Path target, final boolean rename) throws IOException {
        final var first = rename ? target.resolveSibling("." + target.getFileName() + ".part") : target;
        boolean complete = false;
        try (var out = FSFiles.newOutputStream(first)) {
            Files.copy(file, out);
            complete = true;
        } finally {
            if (!complete) {
                FSFiles.deleteSafely(first);
            }
        }
        if (rename) {
            Files.move(first, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
