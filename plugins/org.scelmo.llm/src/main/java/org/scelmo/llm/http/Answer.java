package org.scelmo.llm.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;

/** A whole answer in memory, as the SDK reads it. */
final class Answer implements HttpResponse {

    private final int m_status;

    private final Headers m_headers;

    private final byte[] m_body;

    Answer(final int status, final okhttp3.Headers headers, final byte[] body) {
        m_status = status;
        final var copy = Headers.builder();
        for (final var header : headers) {
            copy.put(header.getFirst(), header.getSecond());
        }
        m_headers = copy.build();
        m_body = body;
    }

    @Override
    public int statusCode() {
        return m_status;
    }

    @Override
    public Headers headers() {
        return m_headers;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(m_body);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
