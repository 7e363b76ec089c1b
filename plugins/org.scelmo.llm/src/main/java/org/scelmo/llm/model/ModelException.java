package org.scelmo.llm.model;

import org.scelmo.core.ScelmoException;

/** No answer came, and why. Neither message nor causes hold a key or a header. */
public final class ModelException extends ScelmoException {

    private static final long serialVersionUID = 1L;

    private final Kind m_kind;

    /**
     * @param kind what went wrong
     * @param cause underneath; holds no key
     * @param message what is wrong, and where
     * @param resolutions what the user can do, best first
     */
    public ModelException(final Kind kind, final Throwable cause, final String message, final String... resolutions) {
        super(cause, message, resolutions);
        m_kind = kind;
    }

    /** @return what went wrong */
    public Kind kind() {
        return m_kind;
    }

    /** What went wrong; tells whether asking something else could succeed. */
    public enum Kind {
        /** 401: the key is wrong or expired */
        UNAUTHORIZED(true),
        /** 403: the key may not use this model or service */
        FORBIDDEN(true),
        /** 404: no such model, or the base URL is wrong */
        NOT_FOUND(true),
        /** the account has no money or quota left */
        QUOTA_EXHAUSTED(true),
        /** no connection: host unknown, refused, proxy */
        UNREACHABLE(true),
        /** the proxy between here and there refused, or wants a password */
        PROXY(true),
        /** the certificate or the handshake failed */
        TLS(true),
        /** 400 or 422: this request was not understood or is too long */
        BAD_REQUEST(false),
        /** 429 until the retries ended */
        RATE_LIMITED(false),
        /** 5xx, a dropped connection or half an answer until the retries ended */
        SERVER(false),
        /** no answer in time until the retries ended */
        TIMEOUT(false),
        /** an answer came that is not what the protocol promises: HTML, no text, wrong number of vectors */
        MALFORMED_ANSWER(false);

        private final boolean m_fatal;

        Kind(final boolean fatal) {
            m_fatal = fatal;
        }

        /** @return whether every further request would fail likewise, so that the run should stop asking */
        public boolean isFatal() {
            return m_fatal;
        }
    }
}
