package org.scelmo.nodes.io;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.scelmo.nodes.io.anndatafilesummary.AnnDataFileSummaryNodeFactory;
import org.scelmo.nodes.io.anndatareader.AnnDataReaderNodeFactory;
import org.scelmo.nodes.io.embeddingreader.EmbeddingReaderNodeFactory;
import org.scelmo.nodes.testing.TestNode;

/** Whatever path a user may choose by mistake ends in a message that names it and says what to do, in every reader. */
class BadInputFilesTest {

    private static final String PAGE = "<!DOCTYPE html>\n<html><body>404 Not Found</body></html>\n";

    @TempDir
    Path m_folder;

    private static Stream<Arguments> readersAndNames() {
        return Stream.<Supplier<NodeFactory<?>>> of(AnnDataReaderNodeFactory::new,
            AnnDataFileSummaryNodeFactory::new, EmbeddingReaderNodeFactory::new)
            .flatMap(reader -> Stream.of("cells.h5ad", "cells.h5", "cells.h5mu", "matrix.mtx.gz", "genes.csv",
                "genes.tsv.gz", "genes.npy", "genes.json", "genes.pickle").map(name -> Arguments.of(reader, name)));
    }

    @ParameterizedTest
    @MethodSource("readersAndNames")
    void aFolderIsRefused(final Supplier<NodeFactory<?>> reader, final String name) throws IOException {
        refused(reader, Files.createDirectory(m_folder.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("readersAndNames")
    void anEmptyFileIsRefused(final Supplier<NodeFactory<?>> reader, final String name) throws IOException {
        refused(reader, Files.createFile(m_folder.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("readersAndNames")
    void theWebPageOfAFailedDownloadIsRefused(final Supplier<NodeFactory<?>> reader, final String name)
        throws IOException {
        refused(reader, Files.write(m_folder.resolve(name), PAGE.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("readersAndNames")
    void aMissingFileIsRefused(final Supplier<NodeFactory<?>> reader, final String name) {
        refused(reader, m_folder.resolve("elsewhere").resolve(name));
    }

    private static void refused(final Supplier<NodeFactory<?>> reader, final Path path) {
        try (var node = TestNode.of(reader).file(path)) {
            final var message = node.failure();
            assertTrue(message.contains(path.getFileName().toString()), message);
            assertNull(node.host().output(0));
        }
    }
}
