package org.scelmo.nodes.io.adaptorreader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.nodes.io.adaptorwriter.AdaptorWriterNodeFactory;
import org.scelmo.nodes.port.AdaptorPortObject;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.testing.TestNode;
import org.scelmo.nodes.testing.TrainedAdaptor;

/** With the writer, of which it reads the files. */
class AdaptorReaderNodeFactoryTest {

    /** Length of the file's magic, behind which the version stands. */
    private static final int VERSION = 8;

    private static TrainedAdaptor trained;

    @TempDir
    Path m_folder;

    @BeforeAll
    static void train() {
        trained = TrainedAdaptor.create();
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static TestNode writer(final Path file) {
        return TestNode.of(AdaptorWriterNodeFactory::new).file(file);
    }

    private static TestNode reader(final Path file) {
        return TestNode.of(AdaptorReaderNodeFactory::new).file(file);
    }

    private Path written() {
        final var file = m_folder.resolve("my adaptor ä.adaptor");
        writer(file).run(trained.adaptor()).close();
        return file;
    }

    private static String failure(final Path file) {
        try (var node = reader(file)) {
            return node.failure();
        }
    }

    @Test
    void readsWhatTheWriterWrote() throws IOException {
        try (var node = reader(written()).run()) {
            final var read = node.<AdaptorPortObject> output(0);
            assertEquals(trained.adaptor().getSpec(), read.getSpec());
            assertEquals(trained.adaptor().open().record(), read.open().record());
            assertArrayEquals(trained.adaptor().open().weights().tower(), read.open().weights().tower());
            assertEquals(11, node.table(1).size());
            assertEquals(12, node.<EmbeddingPortObject> output(2).open().size());
        }
    }

    @Test
    void damagedFilesAndThoseOfNewerVersionsAreRefused() throws IOException {
        final var bytes = Files.readAllBytes(written());
        final var cut = Files.write(m_folder.resolve("cut.adaptor"), Arrays.copyOf(bytes, bytes.length / 2));
        assertTrue(failure(cut).contains("cut off"));
        final var flipped = bytes.clone();
        flipped[bytes.length - 10] ^= 4;
        assertTrue(failure(Files.write(m_folder.resolve("flipped.adaptor"), flipped)).contains("damaged"));
        final var newer = bytes.clone();
        newer[VERSION] = 9;
        assertTrue(failure(Files.write(m_folder.resolve("newer.adaptor"), newer)).contains("format version 9"));
        assertTrue(failure(Files.writeString(m_folder.resolve("text.adaptor"), "no")).contains("not the file of an"));
        assertTrue(failure(m_folder.resolve("none.adaptor")).contains("does not exist"));
        try (var node = TestNode.of(AdaptorReaderNodeFactory::new)) {
            assertEquals("No file is chosen.", node.configureFailure());
        }
    }

    @Test
    void anExistingFileIsKeptUnlessItMayBeReplaced() throws IOException {
        final var mine = Files.writeString(m_folder.resolve("mine.adaptor"), "mine");
        try (var node = writer(mine)) {
            assertTrue(node.failure(trained.adaptor()).contains("mine.adaptor"));
            assertEquals("mine", Files.readString(mine));
        }
        writer(mine).set("existing", "OVERWRITE").run(trained.adaptor()).close();
        reader(mine).run().close();
    }

    @Test
    void writesTheWeightsForNumPy() throws IOException {
        final var file = m_folder.resolve("weights.npz");
        writer(file).set("format", "NPZ").run(trained.adaptor()).close();
        try (var zip = new ZipFile(file.toFile())) {
            for (final var name : new String[]{"fc1.weight", "fc3.bias", "gene_factors", "genes", "classes"}) {
                assertTrue(zip.getEntry(name + ".npy") != null, name);
            }
        }
        assertTrue(failure(file).contains("not the file of an adaptor"));
    }
}
