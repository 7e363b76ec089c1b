package org.scelmo.llm.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a service lives: scheme, host, port and path, and nothing that could hold a secret.
 *
 * @param uri http or https, with a host, without user, query and fragment; its path does not end with a slash
 */
public record BaseUrl(URI uri) {

    /**
     * @param text as the user wrote it
     * @param plainHttpConfirmed whether the user accepts that key and texts travel unencrypted to another machine
     * @throws InvalidEndpointException if the text is no URL, if the URL has parts that do not belong there, or if it
     *             is not encrypted, leaves this machine and was not confirmed
     */
    public static BaseUrl of(final String text, final boolean plainHttpConfirmed) {
        final var uri = parse(text.strip());
        final var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new InvalidEndpointException("The base URL does not start with https:// or http://.",
                "Enter a URL such as https://api.openai.com/v1.");
        }
        if (uri.getRawUserInfo() != null || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw new InvalidEndpointException("The base URL holds a user or a password before the host.",
                "Remove everything up to and including the @, and give the key as a credential.");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidEndpointException("The base URL holds a query or a fragment (what follows ? or #).",
                "End the URL with its path, and give the key as a credential.");
        }
        if (uri.getHost() == null) {
            throw new InvalidEndpointException("The base URL names no host, or one with characters that hosts do not "
                + "have.", "Enter a URL such as https://api.openai.com/v1.");
        }
        if (scheme.equals("http") && !plainHttpConfirmed && !isLoopback(uri.getHost())) {
            throw new InvalidEndpointException("The base URL http://" + uri.getHost() + " is not encrypted: everybody "
                + "between this machine and that host could read the key and the texts.",
                "Use https://.", "Confirm that unencrypted connections to this host are fine.");
        }
        final var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return new BaseUrl(URI.create(scheme + "://" + uri.getRawAuthority() + path));
    }

    /** @return the URL as messages show it */
    @Override
    public String toString() {
        return uri.toString();
    }

    public String host() {
        return uri.getHost();
    }

    private static URI parse(final String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) { // NOSONAR its message repeats the text, which may hold a password
            throw new InvalidEndpointException("The base URL is malformed at character " + (e.getIndex() + 1) + ".",
                "Enter a URL such as https://api.openai.com/v1.");
        }
    }

    private static boolean isLoopback(final String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
