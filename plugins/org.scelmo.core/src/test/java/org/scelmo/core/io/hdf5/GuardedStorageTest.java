package org.scelmo.core.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.exceptions.HdfException;

class GuardedStorageTest {

    @TempDir
    private Path m_folder;

    private FileChannel m_channel;
    private GuardedStorage m_storage;

    @BeforeEach
    void open() throws IOException {
        final var file = m_folder.resolve("file");
        Files.write(file, new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
        m_channel = FileChannel.open(file);
        m_storage = new GuardedStorage(m_channel, new SuperblockV2V3(0, 0));
    }

    @AfterEach
    void close() throws IOException {
        m_channel.close();
    }

    @Test
    void whatLiesOutsideTheFileIsRefusedBeforeMemoryIsTaken() {
        final long[][] outside = {{0, 9}, {8, 1}, {-1, 1}, {0, -1}, {0, Integer.MAX_VALUE},
            {Long.MAX_VALUE, 8}, {-8, 8}, {1, Long.MAX_VALUE}};
        for (final var range : outside) {
            assertThrows(HdfException.class, () -> m_storage.map(range[0], range[1]));
        }
        assertEquals(0x0807060504030201L, m_storage.map(0, 8).getLong());
        assertEquals(8, m_storage.readBufferFromAddress(7, 1).get());
    }

    @Test
    void structuresThatReferToEachOtherWithoutEndAreStopped() {
        final var stopped = assertThrows(HdfException.class, () -> {
            while (true) {
                m_storage.readBufferFromAddress(0, 4);
            }
        });
        assertTrue(stopped.getMessage().contains("without end"), stopped.getMessage());
    }

    @Test
    void aFileCutShortWhileOpenIsAnErrorAndNotACrash() throws IOException {
        Files.write(m_folder.resolve("file"), new byte[]{1, 2});
        assertThrows(HdfException.class, () -> m_storage.map(0, 8));
    }
}
