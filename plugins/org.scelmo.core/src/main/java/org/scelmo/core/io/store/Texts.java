package org.scelmo.core.io.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.scelmo.core.io.npy.NpyHeader;

/** Strings in two files: their bytes one after the other, and where each begins. Missing ones are written as empty. */
final class Texts {

    private Texts() {
    }

    static void write(final Path folder, final String name, final List<String> texts) throws IOException {
        try (var bytes = Files.newOutputStream(folder.resolve(name + ".utf8"));
                var buffered = new BufferedOutputStream(bytes, 1 << 16);
                var offsets = new NpyWriter(folder.resolve(name + ".offsets.npy"), NpyHeader.INT64)) {
            long end = 0;
            offsets.put(end);
            for (final var text : texts) {
                final var encoded = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                buffered.write(encoded);
                end += encoded.length;
                offsets.put(end);
            }
            offsets.finish(texts.size() + 1L);
        }
    }

    static String[] read(final String part, final Path folder, final String name, final int count)
        throws IOException {
        final var offsets = new long[count + 1];
        new NpyMap(part, folder.resolve(name + ".offsets.npy"), NpyHeader.INT64, count + 1L).longs(0, offsets);
        final var texts = new String[count];
        try (var channel = FileChannel.open(folder.resolve(name + ".utf8"))) {
            final long size = channel.size();
            for (int i = 0; i < count; i++) {
                if (offsets[i] < 0 || offsets[i + 1] < offsets[i] || offsets[i + 1] > size) {
                    throw new StoreException(null, part, "the texts of '%s' are damaged".formatted(name));
                }
            }
            final int window = 1 << 20;
            for (int first = 0; first < count;) {
                int last = first + 1;
                while (last < count && offsets[last + 1] - offsets[first] <= window) {
                    last++;
                }
                decode(channel, offsets, first, last, texts);
                first = last;
            }
        }
        return texts;
    }

    private static void decode(final FileChannel channel, final long[] offsets, final int first, final int last,
        final String[] into) throws IOException {
        final var bytes = ByteBuffer.allocate(Math.toIntExact(offsets[last] - offsets[first]));
        while (bytes.hasRemaining() && channel.read(bytes, offsets[first] + bytes.position()) >= 0) {
            // until the window is full; the length was checked
        }
        for (int i = first; i < last; i++) {
            into[i] = new String(bytes.array(), (int)(offsets[i] - offsets[first]), (int)(offsets[i + 1] - offsets[i]),
                StandardCharsets.UTF_8);
        }
    }
}
