package org.scelmo.llm.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a service lives: scheme, host, port and path, and nothing that could hold a secret.
 *
 * @param uri http or https, with a host, without user, query and fragment; its path does not end with a slash
 */
public record BaseUrl(URI uri) {

    /** What documentation shows after a base URL: people paste it, too. */
    private static final Pattern OPERATION = Pattern.compile(
        "/+(chat/completions|completions|embeddings|models|responses|batches|files)$", Pattern.CASE_INSENSITIVE);

    /**
     * Slashes at the end, and the path of an operation such as {@code /chat/completions}, are left out.
     *
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
        if (uri.getRawQuery() != null && uri.getRawQuery().startsWith("api-version=")) {
            throw new InvalidEndpointException("The base URL holds a version of the API (what follows ?).",
                "End the URL before the question mark, and enter the version as API version.");
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
                "Use https://.", "Select 'Allow unencrypted connections' if key and texts may be read on the way.");
        }
        return new BaseUrl(URI.create(scheme + "://" + uri.getRawAuthority() + path(uri.getRawPath())));
    }

    private static String path(final String raw) {
        final var path = raw == null ? "" : withoutSlashes(raw);
        return withoutSlashes(OPERATION.matcher(path).replaceFirst(""));
    }

    private static String withoutSlashes(final String path) {
        return path.replaceAll("/+$", "");
    }

    /** @return the same host with this path */
    public BaseUrl withPath(final String path) {
        return new BaseUrl(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path));
    }

    /** @return starts with a slash, or is empty */
    public String path() {
        return uri.getRawPath();
    }

    /** @return the URL as messages show it */
    @Override
    public String toString() {
        return uri.toString();
    }

    /** @return the name of the host, without port */
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
