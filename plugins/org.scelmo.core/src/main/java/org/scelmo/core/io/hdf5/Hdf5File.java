package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import org.scelmo.core.CanceledException;
import org.scelmo.core.ScelmoException;

import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;

/** An open HDF5 file. Thread-safe for reading; what was obtained from it works until it is closed. */
public final class Hdf5File implements AutoCloseable {

    private static final long SIGNATURE = 0x894844460d0a1a0aL;
    private static final String COPY_AGAIN = "Copy or download the file again: it may be cut off or damaged.";

    private final Path m_path;
    private final FileChannel m_channel;
    private final GuardedStorage m_storage;
    private final Hdf5Group m_root;

    private Hdf5File(final Path path, final FileChannel channel) throws IOException {
        m_path = path;
        m_channel = channel;
        final long start = signature(channel);
        if (start < 0) {
            throw new Hdf5Exception(null, path, "/", "this is not an HDF5 file.",
                "Choose a file that AnnData, scanpy or h5py wrote (.h5ad).", COPY_AGAIN);
        }
        final var superblock = guard("/", () -> Superblock.readSuperblock(channel, start));
        m_storage = new GuardedStorage(channel, superblock);
        m_root = new Hdf5Group(this, "/", guard("/", () -> rootAddress(superblock)));
    }

    /**
     * @param path the file
     * @return the open file
     * @throws IOException if it cannot be opened
     * @throws Hdf5Exception if it is a folder, not HDF5, or its beginning is damaged
     */
    public static Hdf5File open(final Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new Hdf5Exception(null, path, "/", "this is a folder, not a file.", "Choose a file in it.");
        }
        final var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new Hdf5File(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The format allows a block of the user's own before the signature, of 512 bytes times a power of two. */
    private static long signature(final FileChannel channel) throws IOException {
        for (long at = 0; at <= channel.size() - Long.BYTES; at = at == 0 ? 512 : at * 2) {
            final var bytes = ByteBuffer.allocate(Long.BYTES);
            if (channel.read(bytes, at) == Long.BYTES && bytes.getLong(0) == SIGNATURE) {
                return at;
            }
        }
        return -1;
    }

    private long rootAddress(final Superblock superblock) {
        if (superblock instanceof SuperblockV0V1 old) {
            final long entry = old.getRootGroupSymbolTableAddress() - old.getBaseAddressByte();
            return new SymbolTableEntry(m_storage, entry).getObjectHeaderAddress();
        }
        return ((SuperblockV2V3)superblock).getRootGroupObjectHeaderAddress();
    }

    /** @return where it lies */
    public Path path() {
        return m_path;
    }

    /** @return length of the file in bytes */
    public long size() {
        return m_storage.size();
    }

    /** @return the outermost group */
    public Hdf5Group root() {
        return m_root;
    }

    GuardedStorage storage() {
        return m_storage;
    }

    Hdf5Exception fault(final String location, final String what, final String... resolutions) {
        return new Hdf5Exception(null, m_path, location, what, resolutions);
    }

    /**
     * Runs what reads the file's structures. Damage shows in jhdf as many kinds of runtime exception, and as errors of
     * the virtual machine where structures nest without end or claim sizes beyond any memory.
     */
    <T> T guard(final String location, final Callable<T> reading) throws IOException {
        try {
            return reading.call();
        } catch (ScelmoException | CanceledException | IOException e) {
            throw e;
        } catch (Exception | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw describe(location, e);
        }
    }

    private Hdf5Exception describe(final String location, final Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return new Hdf5Exception(thrown, m_path, location, "reading this takes more memory than Java may use.",
                "Give Java more memory (KNIME: -Xmx in knime.ini).", COPY_AGAIN);
        }
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        final var said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (said.contains("External Data Files") || said.contains("Virtual storage")) {
            return new Hdf5Exception(thrown, m_path, location,
                "the data lie in another file (external or virtual storage), which is never followed.",
                "Save the file again so that it holds its data itself: anndata.read_h5ad(…).write_h5ad(\"out.h5ad\").");
        }
        return new Hdf5Exception(thrown, m_path, location, "the file is damaged here (" + said + ").", COPY_AGAIN);
    }

    @Override
    public void close() throws IOException {
        m_channel.close();
    }
}
