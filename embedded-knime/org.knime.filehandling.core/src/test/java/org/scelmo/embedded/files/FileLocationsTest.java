package org.scelmo.embedded.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSFiles;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.RelativeTo;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

class FileLocationsTest {

    @TempDir
    private Path m_space;

    private Path m_workflow;

    private Path m_beside;

    @BeforeEach
    void layOutSpace() throws IOException {
        m_workflow = Files.createDirectories(m_space.resolve("group/my workflow"));
        Files.createFile(m_workflow.resolve("workflow.knime"));
        Files.createDirectories(m_workflow.resolve("data"));
        Files.writeString(m_workflow.resolve("data/inner.txt"), "inner");
        m_beside = Files.writeString(m_space.resolve("group/beside file.txt"), "beside");
        Files.writeString(m_space.resolve("top.txt"), "top");
    }

    /** Reads a location in the way nodes do. */
    private String read(final FSLocation location) throws IOException {
        try (var binding = new WorkflowFolder(m_workflow, m_space).bind()) {
            try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                    var provider = factory.create(location);
                    var file = FSFiles.toLocalFile(provider.getPath())) {
                final var viaPath = Files.readString(provider.getPath());
                assertEquals(viaPath, Files.readString(Path.of(file.path())));
                assertTrue(FSFiles.exists(provider.getPath()));
                return viaPath;
            }
        }
    }

    private String read(final FSCategory category, final String specifier, final String path) throws IOException {
        return read(new FSLocation(category, specifier, path));
    }

    @Test
    void localPathsLeadToTheirFile() throws Exception {
        assertEquals("beside", read(new FSLocation(FSCategory.LOCAL, m_beside.toString())));
    }

    @Test
    void workflowRelativePathsStartFromTheWorkflow() throws Exception {
        assertEquals("beside", read(FSCategory.RELATIVE, "knime.workflow", "../beside file.txt"));
        assertEquals("top", read(FSCategory.RELATIVE, "knime.workflow", "../../top.txt"));
        assertEquals("top", read(FSCategory.RELATIVE, "knime.workflow", "/top.txt"));
    }

    @Test
    void dataAreaSpaceAndMountpointHaveTheirOwnRoots() throws Exception {
        assertEquals("inner", read(FSCategory.RELATIVE, "knime.workflow.data", "inner.txt"));
        assertEquals("inner", read(FSCategory.RELATIVE, "knime.workflow.data", "/inner.txt"));
        assertEquals("top", read(FSCategory.RELATIVE, "knime.mountpoint", "top.txt"));
        assertEquals("beside", read(FSCategory.RELATIVE, "knime.space", "group/beside file.txt"));
        assertEquals("top", read(FSCategory.MOUNTPOINT, "LOCAL", "/top.txt"));
    }

    @Test
    void urlsLeadToTheirFile() throws Exception {
        assertEquals("beside", read(FSCategory.CUSTOM_URL, "5000", "knime://knime.workflow/../beside file.txt"));
        assertEquals("beside", read(FSCategory.CUSTOM_URL, "5000", "knime://knime.workflow/../beside%20file.txt"));
        assertEquals("inner", read(FSCategory.CUSTOM_URL, "5000", "knime://knime.workflow/data/inner.txt"));
        assertEquals("top", read(FSCategory.CUSTOM_URL, "5000", "knime://knime.mountpoint/top.txt"));
        assertEquals("top", read(FSCategory.CUSTOM_URL, "5000", "knime://LOCAL/top.txt"));
        assertEquals("beside", read(FSCategory.CUSTOM_URL, "5000", m_beside.toUri().toString()));
    }

    @Test
    void workflowsHideTheirFilesFromRelativePaths() {
        final var e = assertThrows(AccessDeniedException.class,
            () -> read(FSCategory.RELATIVE, "knime.workflow", "data/inner.txt"));
        assertTrue(e.getMessage().contains("data area"), e.getMessage());
    }

    @Test
    void pathsCannotLeaveTheMountpoint() {
        assertThrows(NoSuchFileException.class,
            () -> read(FSCategory.RELATIVE, "knime.workflow", "../../../elsewhere.txt"));
        assertThrows(NoSuchFileException.class,
            () -> read(FSCategory.RELATIVE, "knime.workflow.data", "../workflow.knime"));
    }

    @Test
    void aMissingFileIsReportedAsMissing() {
        assertThrows(NoSuchFileException.class, () -> read(FSCategory.RELATIVE, "knime.workflow", "../nothing.txt"));
    }

    @Test
    void whatCannotBeReachedIsRefusedWithTheReason() {
        assertRefused("Hub", new FSLocation(FSCategory.HUB_SPACE, "*1", "/x"));
        assertRefused("no file system is connected", new FSLocation(FSCategory.CONNECTED, "amazon:x", "/x"));
        assertRefused("https://example.org", new FSLocation(FSCategory.CUSTOM_URL, "1", "https://example.org/x"));
        assertRefused("mountpoint 'My-Hub'", new FSLocation(FSCategory.MOUNTPOINT, "My-Hub", "/x"));
        assertRefused("knime.nonsense", new FSLocation(FSCategory.RELATIVE, "knime.nonsense", "x"));
        assertRefused("No file has been selected", FSLocation.NULL);
    }

    private void assertRefused(final String reason, final FSLocation location) {
        final var e = assertThrows(IllegalArgumentException.class, () -> read(location));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void relativeLocationsNeedAWorkflowOnTheThread() {
        final var location = new FSLocation(FSCategory.RELATIVE, "knime.workflow", "../x");
        assertThrows(IllegalStateException.class, () -> FSPathProviderFactory.newFactory(Optional.empty(), location));
    }

    @Test
    void bindingsNestAndEnd() {
        final var outer = new WorkflowFolder(m_workflow, m_space);
        final var inner = WorkflowFolder.of(m_space.resolve("other"));
        try (var first = outer.bind()) {
            try (var second = inner.bind()) {
                assertEquals(Optional.of(inner), WorkflowFolder.current());
            }
            assertEquals(Optional.of(outer), WorkflowFolder.current());
        }
        assertEquals(Optional.empty(), WorkflowFolder.current());
    }

    @Test
    void filesAreWrittenListedCopiedAndDeletedThroughTheFileSystem() throws Exception {
        final var location = new FSLocation(FSCategory.RELATIVE, "knime.workflow", "../out");
        try (var binding = new WorkflowFolder(m_workflow, m_space).bind();
                var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location)) {
            final var folder = provider.getPath();
            FSFiles.createDirectories(folder.resolve("deep"));
            Files.writeString(folder.resolve("a.txt"), "a");
            FSFiles.copyRecursively(folder, folder.resolveSibling("copy"));
            assertEquals("a", Files.readString(m_space.resolve("group/copy/a.txt")));
            try (var entries = Files.list(folder)) {
                assertEquals(2, entries.count());
            }
            assertEquals("../out/a.txt", FSFiles.getFilePathsFromFolder(folder).get(0).toString());
            assertEquals(location, folder.toFSLocation());
            FSFiles.deleteRecursively(folder);
            assertFalse(Files.exists(m_space.resolve("group/out")));
        }
    }

    @Test
    void onlyLocalPathsAreFilesOfTheirOwnName() {
        try (var binding = new WorkflowFolder(m_workflow, m_space).bind()) {
            final var local = EmbeddedFileSystems.local().getPath(m_beside.toString());
            assertEquals(m_beside.toFile(), local.toFile());
            final var relative = EmbeddedFileSystems.relativeTo(RelativeTo.WORKFLOW).getPath("../beside file.txt");
            assertThrows(UnsupportedOperationException.class, relative::toFile);
        }
    }
}
