package org.scelmo.core.io.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Temporary files that vanish together when what they were made for is closed. */
public final class TemporaryFiles implements Closeable {

    private final List<FileChannel> m_channels = new ArrayList<>();

    /** @return a new file for reading and writing */
    public synchronized FileChannel create() throws IOException {
        final var path = Files.createTempFile("scelmo-", ".tmp");
        final var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
        m_channels.add(channel);
        return channel;
    }

    @Override
    public synchronized void close() throws IOException {
        for (final var channel : m_channels) {
            channel.close();
        }
        m_channels.clear();
    }
}
