package org.scelmo.core.io.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * A number that stands for how a file is built: every group, array and link with its path and its place in the file,
 * the shapes, element types and filters of arrays, and the texts and whole numbers of attributes. Only headers are
 * read, so that it costs milliseconds for a file of any size. A file that was written again differs, for its objects
 * lie elsewhere; numbers that were overwritten in their place do not show.
 */
public final class StructureChecksum {

    private final CRC32C m_sum = new CRC32C();
    /** Objects that several hard links lead to are entered once, or a circle of links would never end. */
    private final Set<Long> m_entered = new HashSet<>();

    private StructureChecksum() {
    }

    /**
     * @param file the file
     * @return the checksum, in hexadecimal digits
     * @throws IOException if the file cannot be read
     * @throws Hdf5Exception if it is damaged
     */
    public static String of(final Hdf5File file) throws IOException {
        final var sum = new StructureChecksum();
        sum.group(file.root());
        return Long.toHexString(sum.m_sum.getValue());
    }

    private void group(final Hdf5Group group) throws IOException {
        if (!m_entered.add(group.address())) {
            return;
        }
        attributes(group);
        for (final var link : new TreeMap<>(group.links()).entrySet()) {
            final var to = link.getValue();
            add("%s/%s %d %s %s".formatted(group.path(), link.getKey(), to.address(), to.softTarget(),
                to.externalFile()));
            if (to.softTarget() == null && to.externalFile() == null) {
                node(group.child(link.getKey()).orElseThrow());
            }
        }
    }

    private void node(final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Group group) {
            group(group);
        } else if (node instanceof Hdf5Dataset data) {
            attributes(data);
            add("%s %s %s".formatted(data.type().name(), Arrays.toString(data.shape()), data.filters()));
        }
    }

    private void attributes(final Hdf5Node node) throws IOException {
        final var attributes = node.attributes();
        for (final var name : new TreeSet<>(attributes.names())) {
            final var texts = attributes.texts(name).map(Arrays::toString).orElse("");
            final var numbers = attributes.longs(name).map(Arrays::toString).orElse("");
            add("@%s %s %s".formatted(name, texts, numbers));
        }
    }

    private void add(final String text) {
        m_sum.update(text.getBytes(StandardCharsets.UTF_8));
        m_sum.update('\n');
    }
}
