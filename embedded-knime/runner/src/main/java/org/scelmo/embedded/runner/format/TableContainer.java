package org.scelmo.embedded.runner.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.knime.core.data.DataRow;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * A {@code data.zip}: rows in {@code data.bin}, their description in {@code meta.xml}. Read from version 6 (KNIME 2.0)
 * on, written as version 12 (KNIME 4.0 and newer).
 */
final class TableContainer {

    private static final String DATA = "data.bin";

    private static final String META = "meta.xml";

    private static final String INTERNAL = "table.meta.internal";

    private static final String VERSION = "container_12";

    private static final String NO_KEYS_PREFIX = "noRowKeyContainer_";

    private static final String FORMAT = "org.knime.core.data.container.DefaultTableStoreFormat";

    private final Path m_file;

    private final long m_size;

    private final boolean m_hasKeys;

    private final Compression m_compression;

    private final CellTypes m_types;

    private TableContainer(final Path file, final NodeSettingsRO meta) throws InvalidSettingsException, IOException {
        m_file = file;
        final var name = meta.getString("container.version");
        final var version = version(name);
        m_hasKeys = !name.startsWith(NO_KEYS_PREFIX);
        m_size = meta.containsKey("table.size.long") ? meta.getLong("table.size.long") : meta.getInt("table.size");
        if (m_size < 0 || meta.getBoolean("container.contains.blobs", false)) {
            throw new IOException(m_size < 0 ? "Damaged table: it claims %d rows".formatted(m_size)
                : "The table holds large cells (blobs), which are not supported here");
        }
        if (!FORMAT.equals(meta.getString("container.format", FORMAT))) {
            throw new IOException("The table is in the form %s, which is not supported here; save it with KNIME's "
                .formatted(meta.getString("container.format")) + "default table storage");
        }
        final var format = version >= 10 ? meta.getNodeSettings("container.format.config") : meta;
        m_compression = version < 8 ? Compression.GZIP
            : Compression.of(format.getString("container.compression", version < 12 ? "Gzip" : "Snappy"));
        m_types = CellTypes.load(format);
    }

    static TableContainer open(final Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            final var entry = zip.getEntry(META);
            if (entry == null || zip.getEntry(DATA) == null) {
                throw new IOException("%s lacks %s or %s".formatted(file, META, DATA));
            }
            try (var in = zip.getInputStream(entry)) {
                final var settings = NodeSettings.loadFromXML(new ByteArrayInputStream(in.readAllBytes()));
                return new TableContainer(file, settings.getNodeSettings(INTERNAL));
            }
        } catch (final InvalidSettingsException e) {
            throw new IOException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }

    long size() {
        return m_size;
    }

    /** Starts reading. */
    RowSource rows(final int columns) throws IOException {
        final var zip = new ZipFile(m_file.toFile());
        try {
            final var reader = new RowReader(m_compression.decompress(zip.getInputStream(zip.getEntry(DATA))), m_types,
                m_hasKeys);
            return new Rows(zip, reader, columns, m_size);
        } catch (final IOException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * Writes a table.
     *
     * @param rows the rows
     * @param id the table's id in its workflow
     * @return the number of rows
     */
    static long write(final Path file, final Iterable<DataRow> rows, final int id) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(DATA));
            var size = 0L;
            final CellTypes types;
            try (var writer = new RowWriter(new EntryOutput(zip))) {
                for (var row : rows) {
                    writer.write(row);
                    size++;
                }
                types = writer.types();
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(META));
            final var meta = new ByteArrayOutputStream();
            meta(types, size, id).saveToXML(meta);
            zip.write(meta.toByteArray());
            zip.closeEntry();
            return size;
        }
    }

    private static NodeSettings meta(final CellTypes types, final long size, final int id) {
        final var settings = new NodeSettings("Table Meta Information");
        final var meta = settings.addNodeSettings(INTERNAL);
        meta.addString("container.version", VERSION);
        if (size < Integer.MAX_VALUE) {
            meta.addInt("table.size", (int)size);
        } else {
            meta.addLong("table.size.long", size);
        }
        meta.addBoolean("container.contains.blobs", false);
        meta.addString("container.filestores.uuid", null);
        meta.addBoolean("container.inmemory", false);
        meta.addInt("container.id", id);
        meta.addString("container.format", FORMAT);
        final var format = meta.addNodeSettings("container.format.config");
        format.addString("container.compression", "Snappy");
        types.save(format);
        // the same again where versions before 3.6 look for it
        meta.addString("container.compression", "Snappy");
        types.save(meta);
        return settings;
    }

    private static int version(final String name) throws IOException {
        final var number = name.substring(name.lastIndexOf('_') + 1);
        final var version = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        if (version < 6 || version > 12) {
            throw new IOException("The table has the version \"%s\"; versions 6 to 12 can be read".formatted(name));
        }
        return version;
    }

    /** Reads as many rows as the description says. */
    private static final class Rows implements RowSource {

        private final ZipFile m_zip;

        private final RowReader m_reader;

        private final int m_columns;

        private long m_left;

        Rows(final ZipFile zip, final RowReader reader, final int columns, final long size) {
            m_zip = zip;
            m_reader = reader;
            m_columns = columns;
            m_left = size;
        }

        @Override
        public boolean hasNext() {
            return m_left > 0;
        }

        @Override
        public StoredRow next() throws IOException {
            if (m_left == 0) {
                throw new NoSuchElementException();
            }
            m_left--;
            return m_reader.next(m_columns);
        }

        @Override
        public void close() throws IOException {
            try (m_zip) {
                m_reader.close();
            }
        }
    }

    /** An entry of a zip file as a stream of its own: closing it keeps the zip file open. */
    private static final class EntryOutput extends FilterOutputStream {

        EntryOutput(final OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
