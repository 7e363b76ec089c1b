package org.scelmo.llm.testserver;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param target path and query; for a proxy the whole URL or host and port
 * @param headers by name, whatever its case
 */
public record Request(String method, String target, Map<String, String> headers, byte[] body) {

    private static final int END = -1;

    public String header(final String name) {
        return headers.getOrDefault(name, "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * @param in can go back by a byte
     * @return the next request of a connection, or {@code null} if the client has closed it
     */
    static Request read(final InputStream in) throws IOException {
        in.mark(1);
        final int start = in.read();
        if (start == END) {
            return null;
        }
        if (start < 'A' || start > 'Z') {
            throw new ProtocolException("This is no request; perhaps the client speaks https.");
        }
        in.reset();
        final var words = line(in).split(" ");
        final var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            final int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Request(words[0], words[1], headers, body(in, headers));
    }

    private static byte[] body(final InputStream in, final Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            final var body = new ByteArrayOutputStream();
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toByteArray();
        }
        final int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        final var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The client left in the middle of its request.");
        }
        return body;
    }

    private static int chunkSize(final InputStream in) throws IOException {
        final var line = line(in);
        if (line == null) {
            throw new EOFException("The client left in the middle of its request.");
        }
        return Integer.parseInt(line, 16);
    }

    private static String line(final InputStream in) throws IOException {
        final var line = new ByteArrayOutputStream();
        int read = in.read();
        if (read == END) {
            return null;
        }
        while (read != END && read != '\n') {
            line.write(read);
            read = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
