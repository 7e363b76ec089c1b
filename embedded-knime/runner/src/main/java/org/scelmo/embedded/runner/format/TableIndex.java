package org.scelmo.embedded.runner.format;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** All tables in a workflow folder by their id. */
public final class TableIndex {

    /** A chain of references longer than this refers to itself. */
    private static final int MAX_DEPTH = 200;

    private final Map<Integer, Path> m_folders = new HashMap<>();

    private int m_maxId;

    private int m_depth;

    private TableIndex() {
    }

    /**
     * @param workflowFolder the folder of the whole workflow
     * @return its tables
     * @throws IOException if the folder cannot be read
     */
    public static TableIndex scan(final Path workflowFolder) throws IOException {
        final var index = new TableIndex();
        Files.walkFileTree(workflowFolder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                return folder.getFileName() != null && folder.getFileName().toString().equals("filestore")
                    ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                throws IOException {
                if (file.getFileName().toString().equals(TableFolder.META_FILE)) {
                    index.add(TableFolder.id(file.getParent()), file.getParent());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return index;
    }

    /** @return an id that no table of the workflow has */
    public synchronized int newId() {
        return ++m_maxId;
    }

    synchronized StoredTable open(final int id) throws IOException {
        final var folder = m_folders.get(id);
        if (folder == null) {
            throw new IOException("the table %d it refers to is not in the workflow".formatted(id));
        }
        if (m_depth >= MAX_DEPTH) {
            throw new IOException("tables refer to each other in a circle");
        }
        m_depth++;
        try {
            return TableFolder.open(folder, this);
        } finally {
            m_depth--;
        }
    }

    private void add(final int id, final Path folder) {
        if (id >= 0) {
            m_folders.putIfAbsent(id, folder);
        }
        m_maxId = Math.max(m_maxId, id);
    }
}
