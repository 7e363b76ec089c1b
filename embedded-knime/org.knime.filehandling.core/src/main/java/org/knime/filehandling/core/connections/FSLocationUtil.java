package org.knime.filehandling.core.connections;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;

/** Turns URLs into locations. */
public final class FSLocationUtil {

    /** Timeout in milliseconds that a location made from a remote URL carries. */
    private static final String URL_TIMEOUT = "1000";

    private FSLocationUtil() {
    }

    /**
     * {@code file:} becomes LOCAL, {@code knime://knime.*} RELATIVE, another {@code knime:} host MOUNTPOINT, anything
     * else CUSTOM_URL. Blanks count as {@code %20}.
     *
     * @param url absolute URL
     * @return the location
     * @throws IllegalArgumentException if the URL is empty, malformed or without scheme or {@code knime:} host
     */
    public static FSLocation createFromURL(final String url) {
        final var uri = parse(url);
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException("The URL '" + url + "' has no scheme such as file: or knime:.");
        }
        return switch (uri.getScheme()) {
            case "file" -> new FSLocation(FSCategory.LOCAL, Path.of(uri).toString());
            case "knime" -> fromKnimeUrl(uri);
            default -> new FSLocation(FSCategory.CUSTOM_URL, URL_TIMEOUT, url);
        };
    }

    private static URI parse(final String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("The URL must not be empty.");
        }
        try {
            return new URI(url.replace(" ", "%20"));
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("'" + url + "' is not a URL: " + e.getMessage(), e);
        }
    }

    private static FSLocation fromKnimeUrl(final URI uri) {
        final var host = uri.getHost();
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("The URL '" + uri + "' names no mountpoint or knime.* host.");
        }
        if (Arrays.stream(RelativeTo.values()).noneMatch(r -> r.getSettingsValue().equals(host))) {
            return new FSLocation(FSCategory.MOUNTPOINT, host, uri.getPath());
        }
        final var path = uri.getPath().startsWith("/") ? uri.getPath().substring(1) : uri.getPath();
        return new FSLocation(FSCategory.RELATIVE, host, path.isEmpty() ? "." : path);
    }
}
