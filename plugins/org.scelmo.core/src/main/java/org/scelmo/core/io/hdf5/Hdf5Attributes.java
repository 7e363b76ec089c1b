package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.jhdf.ObjectHeader;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;

/** Small named values at a group or dataset. A value of another type than asked for counts as absent. */
public final class Hdf5Attributes {

    private final Hdf5File m_file;
    private final String m_path;
    private final Map<String, AttributeMessage> m_messages;

    private Hdf5Attributes(final Hdf5File file, final String path, final Map<String, AttributeMessage> messages) {
        m_file = file;
        m_path = path;
        m_messages = messages;
    }

    static Hdf5Attributes of(final Hdf5File file, final String path, final ObjectHeader header) {
        final Map<String, AttributeMessage> messages = new HashMap<>();
        header.getMessagesOfType(AttributeMessage.class).forEach(m -> messages.put(m.getName(), m));
        if (header.hasMessageOfType(AttributeInfoMessage.class)) {
            addDense(file.storage(), header.getMessageOfType(AttributeInfoMessage.class), messages);
        }
        return new Hdf5Attributes(file, path, messages);
    }

    private static void addDense(final GuardedStorage storage, final AttributeInfoMessage info,
        final Map<String, AttributeMessage> messages) {
        if (info.getFractalHeapAddress() == -1L) {
            return;
        }
        final var claims = new Claims(storage);
        final var heap = claims.heap(info.getFractalHeapAddress());
        final var tree =
            claims.<AttributeNameForIndexedAttributesRecord> tree(info.getAttributeNameBTreeAddress());
        for (final var entry : tree.getRecords()) {
            final var message = new AttributeMessage(heap.getId(entry.getHeapId()), storage, entry.getFlags());
            messages.put(message.getName(), message);
        }
    }

    /** @return names of all attributes */
    public Set<String> names() {
        return Set.copyOf(m_messages.keySet());
    }

    /** @return whether there is such an attribute */
    public boolean has(final String name) {
        return m_messages.containsKey(name);
    }

    /**
     * @param names of the attribute; the first that is there counts
     * @return a single text, also in an array of one
     */
    public Optional<String> text(final String... names) throws IOException {
        return texts(present(names)).filter(t -> t.length == 1).map(t -> t[0]);
    }

    private String present(final String... names) {
        return Arrays.stream(names).filter(m_messages::containsKey).findFirst().orElse(names[0]);
    }

    /** @return an array of texts, empty for an empty array of any type */
    public Optional<String[]> texts(final String name) throws IOException {
        final var message = m_messages.get(name);
        if (message == null) {
            return Optional.empty();
        }
        return m_file.guard(m_path + "@" + name, () -> {
            final var type = ElementType.of(message.getDataType());
            if (message.getDataBuffer() == null) {
                return Optional.of(new String[0]);
            }
            return type.kind() == ElementType.Kind.TEXT
                ? Optional.of(new TextDecoder(m_file.storage(), type).decode(message.getDataBuffer(), count(message)))
                : Optional.empty();
        });
    }

    /**
     * @param names of the attribute; the first that is there counts
     * @return an array of whole numbers; truth values are 0 and 1
     */
    public Optional<long[]> longs(final String... names) throws IOException {
        final var name = present(names);
        final var message = m_messages.get(name);
        if (message == null || message.getDataBuffer() == null) {
            return Optional.empty();
        }
        return m_file.guard(m_path + "@" + name, () -> {
            final var type = ElementType.of(message.getDataType());
            if (!type.isWhole()) {
                return Optional.empty();
            }
            final var values = new long[count(message)];
            type.longs(message.getDataBuffer(), values, 0, values.length);
            return Optional.of(values);
        });
    }

    private static int count(final AttributeMessage message) {
        return Math.toIntExact(message.getDataSpace().getTotalLength());
    }
}
