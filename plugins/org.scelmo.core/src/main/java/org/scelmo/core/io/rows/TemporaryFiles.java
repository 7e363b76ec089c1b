package org.scelmo.core.io.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.scelmo.core.io.file.DiskFullException;

/** Temporary files that vanish together when what they were made for is closed. */
public final class TemporaryFiles implements Closeable {

    private final List<FileChannel> m_channels = new ArrayList<>();
    private final Path m_folder;

    /** In the system's folder for temporary files, which KNIME's preferences set. */
    public TemporaryFiles() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param folder that exists */
    TemporaryFiles(final Path folder) {
        m_folder = folder;
    }

    /**
     * @return a new file for reading and writing
     * @throws DiskFullException if there is no space for it
     * @throws IOException if it cannot be made for another reason
     */
    public synchronized FileChannel create() throws IOException {
        try {
            final var path = Files.createTempFile(m_folder, "scelmo-", ".tmp");
            final var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
            m_channels.add(channel);
            return channel;
        } catch (final IOException e) {
            throw explained(e);
        }
    }

    /**
     * Writes all of a buffer.
     *
     * @param file that {@link #create} made, or another
     * @param at where its first byte goes
     * @throws DiskFullException if there is no space for it
     * @throws IOException if it cannot be written for another reason
     */
    void write(final FileChannel file, final ByteBuffer bytes, final long at) throws IOException {
        try {
            for (long next = at; bytes.hasRemaining();) {
                next += file.write(bytes, next);
            }
        } catch (final IOException e) {
            throw explained(e);
        }
    }

    private IOException explained(final IOException e) throws IOException {
        return DiskFullException.explained(e, m_folder,
            "'%s', where the matrix is put into rows before it can be used, has no space left".formatted(m_folder),
            "Choose another folder for temporary files: Preferences > KNIME, or -Djava.io.tmpdir in knime.ini.",
            "Use an .h5ad file with X by rows, which needs no temporary file; in Python: adata.X = adata.X.tocsr().");
    }

    @Override
    public synchronized void close() throws IOException {
        for (final var channel : m_channels) {
            channel.close();
        }
        m_channels.clear();
    }
}
