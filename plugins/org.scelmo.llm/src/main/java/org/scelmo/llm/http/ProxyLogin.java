package org.scelmo.llm.http;

import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Gives a proxy the name and password that this JVM knows for it, once; the proxy itself comes from the JVM, too. */
final class ProxyLogin implements okhttp3.Authenticator {

    private static final String ANSWER = "Proxy-Authorization";

    @Override
    public Request authenticate(final Route route, final Response response) {
        if (response.request().header(ANSWER) != null || route == null
            || !(route.proxy().address() instanceof InetSocketAddress proxy)) {
            return null;
        }
        final var login = Authenticator.requestPasswordAuthentication(proxy.getHostString(), proxy.getAddress(),
            proxy.getPort(), "http", "", "Basic", response.request().url().url(), RequestorType.PROXY);
        if (login == null) {
            return null;
        }
        return response.request().newBuilder().header(ANSWER,
            Credentials.basic(login.getUserName(), new String(login.getPassword()), StandardCharsets.UTF_8)).build();
    }
}
