package org.scelmo.core.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a part's files. See the package's description for what the checksum covers.
 *
 * @param bytes length of all files
 * @param sum of names, lengths and contents
 */
record Checksum(long bytes, String sum) {

    private static final long WHOLE = 16L << 20;
    private static final int PAGE = 1 << 16;
    private static final int SAMPLES = 64;

    static Checksum of(final Path folder) throws IOException {
        final var crc = new CRC32C();
        long bytes = 0;
        for (final var file : files(folder)) {
            final long size = Files.size(file);
            bytes += size;
            crc.update((file.getFileName() + " " + size).getBytes(StandardCharsets.UTF_8));
            add(file, size, crc);
        }
        return new Checksum(bytes, Long.toHexString(crc.getValue()));
    }

    static long bytes(final Path folder) throws IOException {
        try {
            return files(folder).stream().mapToLong(f -> {
                try {
                    return Files.size(f);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> files(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString())).toList();
        }
    }

    private static void add(final Path file, final long size, final CRC32C crc) throws IOException {
        final var page = ByteBuffer.allocate(PAGE);
        try (var channel = FileChannel.open(file)) {
            final long pages = (size + PAGE - 1) / PAGE;
            final long used = size <= WHOLE ? pages : SAMPLES;
            for (long i = 0; i < used; i++) {
                final long number = used == pages ? i : i * (pages - 1) / (used - 1);
                page.clear();
                while (page.hasRemaining() && channel.read(page, number * PAGE + page.position()) >= 0) {
                    // until the page is full or the file ends
                }
                crc.update(page.flip());
            }
        }
    }
}
