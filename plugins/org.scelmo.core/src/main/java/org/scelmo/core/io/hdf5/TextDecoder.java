package org.scelmo.core.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.jhdf.GlobalHeap;
import io.jhdf.Utils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.VariableLength;

/**
 * Turns the bytes of text elements into strings. Equal references share one string, and the text decoded in all is
 * bounded by the file's length, so that a small file cannot unfold into a large memory.
 */
final class TextDecoder {

    private static final int CACHED_HEAPS = 64;
    private static final int CACHED_STRINGS = 4096;
    private static final long FREE_BYTES = 64L << 20;
    private static final int MAX_GROWTH = 64;

    private final GuardedStorage m_storage;
    private final ElementType m_type;
    private final Map<Long, GlobalHeap> m_heaps = leastRecent(CACHED_HEAPS);
    private final Map<Reference, String> m_strings = leastRecent(CACHED_STRINGS);
    private long m_bytesLeft;

    private record Reference(long heap, int index) {
    }

    TextDecoder(final GuardedStorage storage, final ElementType type) {
        m_storage = storage;
        m_type = type;
        m_bytesLeft = FREE_BYTES + MAX_GROWTH * storage.size();
    }

    private static <K, V> Map<K, V> leastRecent(final int limit) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    String[] decode(final ByteBuffer bytes, final int count) {
        final var strings = new String[count];
        decode(bytes, 0, m_type.size(), strings, 0, count);
        return strings;
    }

    /** Decodes elements that lie {@code stride} bytes apart. */
    void decode(final ByteBuffer bytes, final int first, final int stride, final String[] into, final int at,
        final int count) {
        final boolean variable = m_type.source() instanceof VariableLength;
        for (int i = 0; i < count; i++) {
            final var element = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            element.position(first + i * stride).limit(first + i * stride + m_type.size());
            into[at + i] = variable ? referenced(element) : text(element);
        }
    }

    /** Length (4 bytes), address of a heap, index in it. */
    private String referenced(final ByteBuffer element) {
        final long length = element.getInt() & 0xFFFFFFFFL;
        final long address = Utils.readBytesAsUnsignedLong(element, m_storage.getSizeOfOffsets());
        final int index = element.getInt();
        if (index == 0 || length == 0) {
            return "";
        }
        final var reference = new Reference(address, index);
        final var known = m_strings.get(reference);
        if (known != null) {
            return known;
        }
        final var heap = m_heaps.computeIfAbsent(address, a -> new GlobalHeap(m_storage, a));
        final var bytes = heap.getObjectData(index);
        bytes.limit((int)Math.min(bytes.limit(), length));
        final var text = text(bytes);
        m_strings.put(reference, text);
        return text;
    }

    /** HDF5 texts end at the first zero byte or, padded with blanks, at the end. */
    private String text(final ByteBuffer bytes) {
        m_bytesLeft -= bytes.remaining();
        if (m_bytesLeft < 0) {
            throw new HdfException("the texts are far larger than the file that holds them");
        }
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        return StandardCharsets.UTF_8.decode(bytes.limit(end)).toString();
    }
}
