package org.scelmo.core.io.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;

/**
 * Where a name in a group leads: to an object of the file, to a path, or out of the file. Exactly one of them.
 *
 * @param address of the object's header
 * @param softTarget path, or null
 * @param externalFile name of another file, or null
 */
record Link(long address, String softTarget, String externalFile) {

    private static final long UNDEFINED = -1L;
    private static final int SOFT = 2;

    /** @return the links of the group whose header is at the address, in the file's order */
    static Map<String, Link> of(final GuardedStorage storage, final long address) {
        final var header = ObjectHeader.readObjectHeader(storage, address);
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            return oldStyle(storage, header.getMessageOfType(SymbolTableMessage.class));
        }
        return header.hasMessageOfType(LinkInfoMessage.class) ? newStyle(storage, address, header) : Map.of();
    }

    private static Map<String, Link> oldStyle(final GuardedStorage storage, final SymbolTableMessage table) {
        final Map<String, Link> links = new LinkedHashMap<>();
        final var names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (final long node : BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (final var entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                final var name = text(names, entry.getLinkNameOffset());
                links.put(name, entry.getCacheType() == SOFT
                    ? new Link(UNDEFINED, text(names, entry.getLinkValueOffset()), null)
                    : new Link(entry.getObjectHeaderAddress(), null, null));
            }
        }
        return links;
    }

    private static String text(final ByteBuffer heap, final int offset) {
        if (offset < 0 || offset >= heap.limit()) {
            throw new HdfException("a name lies outside its heap");
        }
        final var bytes = new ByteArrayOutputStream();
        for (int at = offset; at < heap.limit() && heap.get(at) != 0; at++) {
            bytes.write(heap.get(at));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Link> newStyle(final GuardedStorage storage, final long address,
        final ObjectHeader header) {
        final Map<String, Link> links = new LinkedHashMap<>();
        final var info = header.getMessageOfType(LinkInfoMessage.class);
        final boolean inHeader = info.getBTreeNameIndexAddress() == UNDEFINED;
        if (inHeader && header.getVersion() == 1) {
            header.getMessagesOfType(LinkMessage.class).forEach(m -> links.put(m.getLinkName(), of(m)));
            return links;
        }
        for (final var message : inHeader ? HeaderMessages.of(storage, address, LinkMessage.MESSAGE_TYPE)
            : fromHeap(storage, info)) {
            final var name = name(message.duplicate().order(message.order()));
            links.put(name, of(LinkMessage.fromBuffer(message, storage.getSuperblock())));
        }
        return links;
    }

    private static List<ByteBuffer> fromHeap(final GuardedStorage storage, final LinkInfoMessage info) {
        final var claims = new Claims(storage);
        final var tree = claims.<LinkNameForIndexedGroupRecord> tree(info.getBTreeNameIndexAddress());
        final var heap = claims.heap(info.getFractalHeapAddress());
        return tree.getRecords().stream().map(r -> heap.getId(r.getId())).toList();
    }

    private static Link of(final LinkMessage message) {
        return switch (message.getLinkType()) {
            case HARD -> new Link(message.getHardLinkAddress(), null, null);
            case SOFT -> new Link(UNDEFINED, message.getSoftLink(), null);
            case EXTERNAL -> new Link(UNDEFINED, null, message.getExternalFile());
        };
    }

    /** h5py writes UTF-8 names without saying so, which jhdf takes for ASCII; the bytes are read again here. */
    private static String name(final ByteBuffer message) {
        message.get();
        final int flags = message.get();
        final int typeAndOrder = ((flags & 8) != 0 ? 1 : 0) + ((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0);
        message.position(message.position() + typeAndOrder);
        final int length = Utils.readBytesAsUnsignedInt(message, 1 << (flags & 3));
        if (length > message.remaining()) {
            throw new HdfException("a link's name is longer than the link");
        }
        final var bytes = new byte[length];
        message.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
