package org.scelmo.llm.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLException;

import org.scelmo.llm.model.ModelException;
import org.scelmo.llm.model.ModelException.Kind;

/** What it means when no whole answer came: nobody there, nobody trusted, nobody in time, or a line that broke. */
final class ConnectionFailures {

    private final Redactor m_redactor;

    private final ProxySelector m_proxies;

    ConnectionFailures(final Redactor redactor, final ProxySelector proxies) {
        m_redactor = redactor;
        m_proxies = proxies;
    }

    /** @param where endpoint without query */
    Failure of(final IOException failure, final URI where) {
        final var cause = m_redactor.cause(failure);
        final var reason = m_redactor.line(String.valueOf(failure.getMessage()));
        final var lower = reason.toLowerCase(Locale.ROOT);
        if (failure instanceof SSLException) {
            return tls(failure, cause, where, reason);
        }
        if (lower.contains("connect: ") || lower.contains("authenticate with proxy")
            || lower.contains("http_proxy_auth")) {
            return Failure.lasting(new ModelException(Kind.PROXY, cause, "The proxy" + proxy(where).orElse("")
                + " does not let requests pass to " + where + ": " + reason,
                "Check name and password of the proxy in the preferences under Network Connections.",
                "Add the host to those that are reached without proxy."));
        }
        if (failure instanceof UnknownHostException || failure instanceof ConnectException
            || failure instanceof NoRouteToHostException || lower.contains("connect timed out")
            || lower.contains("failed to connect")) {
            return unreachable(failure, cause, where, reason);
        }
        if (failure instanceof InterruptedIOException) {
            return Failure.passing(new ModelException(Kind.TIMEOUT, cause, "No whole answer in time from " + where
                + ".", "Allow more time for an answer, or ask for shorter ones.", "Try again later."));
        }
        return broken(cause, where, reason);
    }

    private Failure unreachable(final IOException failure, final Throwable cause, final URI where,
        final String reason) {
        final var proxy = proxy(where);
        if (proxy.isPresent()) {
            return Failure.passing(new ModelException(Kind.PROXY, cause, "The proxy" + proxy.get()
                + " on the way to " + where + " cannot be reached: " + reason,
                "Check the proxy in the preferences under Network Connections."));
        }
        return Failure.passing(failure instanceof UnknownHostException
            ? new ModelException(Kind.UNREACHABLE, cause, "The host " + where.getHost() + " is not known (" + where
                + ").", "Check the base URL.", "Check the connection to the internet, and the proxy.")
            : new ModelException(Kind.UNREACHABLE, cause, "Nobody answers at " + where + ": " + reason,
                "Check the base URL and its port, and that the service runs.",
                "Check whether a firewall or a proxy stands between."));
    }

    private static Failure tls(final IOException failure, final Throwable cause, final URI where,
        final String reason) {
        if (!has(failure, CertificateException.class)
            && (has(failure, EOFException.class) || has(failure, SocketException.class))) {
            return broken(cause, where, reason);
        }
        if (reason.contains("Unsupported or unrecognized SSL message")) {
            return Failure.lasting(new ModelException(Kind.TLS, cause, "The service at " + where
                + " does not speak https.", "Use http:// if the service is on this machine; else ask its owner."));
        }
        return Failure.lasting(new ModelException(Kind.TLS, cause, "The certificate of " + where
            + " is not trusted, or the encrypted connection failed: " + reason,
            "Add the certificate of the service, or of the company's proxy, to the trust store of this Java.",
            "Check that the base URL names the right host."));
    }

    private static Failure broken(final Throwable cause, final URI where, final String reason) {
        return Failure.passing(new ModelException(Kind.SERVER, cause, "The connection to " + where
            + " broke before the answer was complete: " + reason, "Try again later."));
    }

    /** @return the proxy that requests to there go through, as it stands in a sentence */
    private Optional<String> proxy(final URI where) {
        return m_proxies.select(where).stream().findFirst().filter(p -> p.type() != Proxy.Type.DIRECT)
            .map(Proxy::address).filter(InetSocketAddress.class::isInstance).map(InetSocketAddress.class::cast)
            .map(a -> " " + a.getHostString() + ":" + a.getPort());
    }

    private static boolean has(final Throwable failure, final Class<? extends Throwable> type) {
        for (var link = failure; link != null; link = link.getCause()) {
            if (type.isInstance(link)) {
                return true;
            }
        }
        return false;
    }
}
