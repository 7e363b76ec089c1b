package org.scelmo.embedded.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.scelmo.embedded.core.filestore.FileStoreFolder;
import org.scelmo.embedded.core.filestore.FileStoreRepository;
import org.scelmo.embedded.core.sample.SampleFactory;
import org.scelmo.embedded.core.sample.StoredText;

/** Port objects in file stores. */
class FileStoreTest {

    private static final PortType[] NONE = {};

    private static final PortType[] ONE = {StoredText.TYPE};

    @Test
    void newObjectsAreFlushedAndInputsAreCopies() throws IOException {
        final var writer = NodeHost.create(SampleFactory.ports(NONE, ONE,
            (model, in, exec) -> new PortObject[]{new StoredText("hello", List.of(exec.createFileStore("text")))}));
        writer.configure();
        assertTrue(writer.execute(), () -> writer.message().toString());
        final var written = (StoredText)writer.output(0);
        assertEquals(1, written.flushes());
        assertEquals("hello", written.text());

        final var reader = NodeHost.create(SampleFactory.ports(ONE, ONE, (model, in, exec) -> {
            final var input = (StoredText)in[0];
            assertNotSame(written, input);
            assertEquals(1, input.reads());
            assertEquals("hello", input.text());
            assertEquals(written, input);
            return new PortObject[]{input.share()};
        }));
        reader.configure(written.getSpec());
        assertTrue(reader.execute(written), () -> reader.message().toString());
        assertEquals("hello", ((StoredText)reader.output(0)).text());
        assertEquals(written.hashCode(), reader.output(0).hashCode());
        reader.reset();
        assertEquals("hello", written.text(), "shared stores belong to the node that made them");
        final var file = FileStoreUtil.getFileStores(written).get(0).getFile();
        writer.reset();
        assertFalse(file.exists());
    }

    @Test
    void namesAreUniqueInOneExecutionAndPlain() {
        for (final var names : List.of(List.of("a", "a"), List.of("a/b"), List.of("a\\b"), List.of(".a"),
            List.of(""))) {
            final var node = NodeHost.create(SampleFactory.ports(NONE, NONE, (model, in, exec) -> {
                for (final var name : names) {
                    exec.createFileStore(name);
                }
                return new PortObject[0];
            }));
            node.configure();
            assertFalse(node.execute(), names.toString());
        }
    }

    @Test
    void eachExecutionHasItsOwnFolder() {
        final var repository = new FileStoreRepository();
        final var node = NodeHost.create(SampleFactory.ports(NONE, ONE,
            (model, in, exec) -> new PortObject[]{new StoredText("x", List.of(exec.createFileStore("text")))}));
        node.configure();
        node.execute();
        final var first = node.output(0);
        node.reset();
        node.execute();
        assertNotEquals(first, node.output(0));
        assertTrue(repository.find(node.fileStores().orElseThrow().uuid()).isEmpty());
    }

    @Test
    void storesLieWhereKnimeHasThem(@TempDir final Path folder) throws IOException {
        final var stores = FileStoreFolder.create(UUID.randomUUID(), folder);
        var last = stores.createFileStore("store0");
        for (var i = 1; i <= 1000; i++) {
            last = stores.createFileStore("store" + i);
        }
        assertEquals(folder.resolve(Path.of("000", "001", "store1000")), last.getFile().toPath());
        final var reopened = FileStoreFolder.open(stores.uuid(), folder);
        assertEquals(last.getFile(), reopened.resolve(FileStoreUtil.getFileStoreKey(last)).getFile());
        assertThrows(IllegalStateException.class, () -> reopened.createFileStore("more"));
    }

    @Test
    void keysOfLoopsNameTheIteration() throws InvalidSettingsException {
        final var id = UUID.randomUUID();
        assertEquals("name", new FileStoreKey(id, 3, null, -1, "name").getNameOnDisc());
        final var key = new FileStoreKey(id, 3, new int[]{1}, 2, "name");
        final var content = new ModelContent("key");
        key.save(content);
        assertEquals(key, FileStoreKey.load(content));
        content.addString("storeUUID", "no id");
        assertThrows(InvalidSettingsException.class, () -> FileStoreKey.load(content));
    }

    @Test
    void readsAKeySavedByKnime() throws IOException, InvalidSettingsException {
        final var node = Path.of(System.getProperty("scelmo.shared", "../shared"), "spec",
            "knime-example-workflow-5.8.2", "Lab Model Learner (#3)");
        assumeTrue(Files.isDirectory(node), "the reference data folder is not there");
        final var file = node.resolve(Path.of("port_1", "object", "filestore.xml"));
        final var saved = ModelContent.loadFromXML(Files.newInputStream(file)).getModelContent("filestore_keys")
            .getModelContent("filestore_key_0");
        final var key = FileStoreKey.load(saved);
        final var copy = new ModelContent("copy");
        key.save(copy);
        assertTrue(((ModelContent)saved).hasIdenticalValue(copy));
        final var repository = new FileStoreRepository();
        repository.add(FileStoreFolder.open(key.getStoreUUID(), node.resolve("filestore")));
        assertTrue(repository.resolve(List.of(key)).get(0).getFile().isDirectory());
    }
}
