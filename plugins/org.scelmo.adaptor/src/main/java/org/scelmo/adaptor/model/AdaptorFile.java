package org.scelmo.adaptor.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

import org.scelmo.adaptor.network.Weights;
import org.scelmo.core.io.file.ExistingFile;
import org.scelmo.core.io.file.TargetFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The adaptor's own file: {@code SCELMOAD}, format version and length of the header (int32), the header (JSON, UTF-8),
 * then float32 numbers (tower, classifier, gene factors, row by row) and a CRC-32 of all before it. All little-endian.
 * Nothing in it names a class or is ever executed.
 */
public final class AdaptorFile {

    /** The format version that is written; older ones will stay readable. */
    public static final int VERSION = 1;

    private static final byte[] MAGIC = "SCELMOAD".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEADER = 64 << 20;
    private static final int CHUNK = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AdaptorFile() {
    }

    /**
     * @param file appears only when it is complete
     * @throws IOException if it cannot be written
     */
    public static void write(final AdaptorModel model, final Path file, final ExistingFile existing)
        throws IOException {
        TargetFile.write(file, existing, temporary -> {
            try (var out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                write(model, out);
            }
        });
    }

    /** Writes the same to a stream, which stays open. */
    public static void write(final AdaptorModel model, final OutputStream stream) throws IOException {
        final var out = new CheckedOutputStream(stream, new CRC32());
        final var header = JSON.writeValueAsBytes(AdaptorHeader.of(model));
        out.write(MAGIC);
        out.write(ints(VERSION, header.length));
        out.write(header);
        write(model.weights().tower(), out);
        write(model.weights().classifier(), out);
        for (final var row : model.factors()) {
            write(row, out);
        }
        stream.write(ints((int)out.getChecksum().getValue()));
    }

    /**
     * @throws IOException if the file cannot be read
     * @throws MalformedAdaptorException if it is no adaptor, is cut off or damaged
     * @throws NewerAdaptorException if a newer version wrote it
     */
    public static AdaptorModel read(final Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        }
    }

    /** Reads the same from a stream, up to the adaptor's end. */
    public static AdaptorModel read(final InputStream stream) throws IOException {
        final var in = new CheckedInputStream(stream, new CRC32());
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new MalformedAdaptorException(null, "This is not the file of an adaptor.");
        }
        final int version = integer(in);
        if (version > VERSION) {
            throw new NewerAdaptorException(version, VERSION);
        }
        final int length = integer(in);
        if (version < 1 || length < 2 || length > MAX_HEADER) {
            throw new MalformedAdaptorException(null,
                "The adaptor's header is damaged: version %d, length %d.".formatted(version, length));
        }
        final var header = header(bytes(in, length));
        final var weights = new Weights(header.sizes(), floats(in, header.sizes().towerParameters()),
            floats(in, header.sizes().classifierParameters()));
        final var factors = new float[header.genes().size()][];
        for (int j = 0; j < factors.length; j++) {
            factors[j] = floats(in, header.sizes().output());
        }
        final int expected = (int)in.getChecksum().getValue();
        if (integer(stream) != expected) {
            throw new MalformedAdaptorException(null, "The adaptor is damaged: its checksum does not fit its content.");
        }
        try {
            return new AdaptorModel(weights, header.classes(), header.genes(), factors, header.fingerprint(),
                header.record());
        } catch (final IllegalArgumentException e) {
            throw new MalformedAdaptorException(e, "The adaptor contradicts itself: " + e.getMessage());
        }
    }

    private static AdaptorHeader header(final byte[] bytes) throws IOException {
        try {
            final var header = JSON.readValue(bytes, AdaptorHeader.class);
            if (header == null || header.sizes() == null || header.classes() == null || header.genes() == null
                || header.fingerprint() == null || header.record() == null) {
                throw new MalformedAdaptorException(null, "The adaptor's header is not complete.");
            }
            return header;
        } catch (final JsonProcessingException e) {
            throw new MalformedAdaptorException(e, "The adaptor's header cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void write(final float[] values, final OutputStream out) throws IOException {
        final var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    /** In chunks: a damaged header cannot make it ask for memory that the file does not fill. */
    private static float[] floats(final InputStream in, final int count) throws IOException {
        float[] values = new float[Math.min(count, CHUNK)];
        for (int done = 0; done < count;) {
            final int n = Math.min(CHUNK, count - done);
            if (done + n > values.length) {
                values = Arrays.copyOf(values, (int)Math.min(count, 2L * values.length));
            }
            ByteBuffer.wrap(bytes(in, n * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, done, n);
            done += n;
        }
        for (final float value : values) {
            if (!Float.isFinite(value)) {
                throw new MalformedAdaptorException(null, "The adaptor holds numbers that are not finite.");
            }
        }
        return values;
    }

    private static byte[] bytes(final InputStream in, final int count) throws IOException {
        final var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new MalformedAdaptorException(null, "The adaptor's file is cut off.");
        }
        return bytes;
    }

    private static int integer(final InputStream in) throws IOException {
        return ByteBuffer.wrap(bytes(in, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static byte[] ints(final int... values) {
        final var bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }
}
