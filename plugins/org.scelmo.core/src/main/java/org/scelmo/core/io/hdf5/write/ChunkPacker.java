package org.scelmo.core.io.hdf5.write;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

import org.scelmo.core.io.hdf5.write.Compression.Gzip;

/**
 * Compresses chunks of one dataset on other threads while the next are filled. They are handed on in order, and after a
 * number of further chunks that is always the same, so that the file does not depend on the threads.
 */
final class ChunkPacker implements AutoCloseable {

    /** Chunks on their way: with three buffers each, some megabytes. */
    private static final int AHEAD = 4;

    private final int m_elementSize;
    private final Sink m_sink;
    private final Deque<Slot> m_pending = new ArrayDeque<>();
    private final Deque<Slot> m_free = new ArrayDeque<>();

    /** Takes packed chunks. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] packed, int count) throws IOException;
    }

    ChunkPacker(final int elementSize, final Sink sink) {
        m_elementSize = elementSize;
        m_sink = sink;
    }

    /** @param chunk copied, so that it may be filled again */
    void pack(final byte[] chunk, final int length) throws IOException {
        if (m_pending.size() == AHEAD) {
            handOn();
        }
        final var slot = m_free.isEmpty() ? new Slot(m_elementSize) : m_free.pop();
        slot.start(chunk, length);
        m_pending.add(slot);
    }

    private void handOn() throws IOException {
        final var slot = m_pending.remove();
        final int count = slot.m_task.join();
        m_free.push(slot);
        m_sink.take(slot.m_gzip.packed(), count);
    }

    /** Hands on all that is on its way. */
    void flush() throws IOException {
        while (!m_pending.isEmpty()) {
            handOn();
        }
    }

    /** What is still on its way is lost. */
    @Override
    public void close() {
        for (final var slot : m_pending) {
            slot.m_task.quietlyJoin();
            slot.m_gzip.close();
        }
        m_free.forEach(slot -> slot.m_gzip.close());
    }

    /** One chunk on its way. */
    private static final class Slot {

        private final Gzip m_gzip;
        private byte[] m_chunk = new byte[0];
        private ForkJoinTask<Integer> m_task;

        Slot(final int elementSize) {
            m_gzip = new Gzip(elementSize);
        }

        void start(final byte[] chunk, final int length) {
            if (m_chunk.length < length) {
                m_chunk = new byte[length];
            }
            System.arraycopy(chunk, 0, m_chunk, 0, length);
            m_task = ForkJoinPool.commonPool().submit(() -> m_gzip.pack(m_chunk, length));
        }
    }
}
