package org.scelmo.core.io.library;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A decompressed stream that is refused when it grows out of all proportion: a "zip bomb". */
final class BoundedInflation extends FilterInputStream {

    private static final long FREE_BYTES = 64L << 20;
    private static final long MAX_RATIO = 100;

    private final long m_limit;
    private final String m_name;
    private long m_count;

    /** @param compressed bytes before decompression */
    BoundedInflation(final InputStream in, final long compressed, final String name) {
        super(in);
        m_limit = FREE_BYTES + MAX_RATIO * compressed;
        m_name = name;
    }

    @Override
    public int read() throws IOException {
        final int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(final byte[] into, final int from, final int length) throws IOException {
        final int n = super.read(into, from, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(final int bytes) {
        m_count += bytes;
        if (m_count > m_limit) {
            throw new MalformedEmbeddingException("'%s' unpacks to more than %d times its size; embeddings never do."
                .formatted(m_name, MAX_RATIO), "If you trust the file, unpack it first.");
        }
    }
}
