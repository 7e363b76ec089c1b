package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** The page of a view with what it loads. Pages from files are left out: in KNIME they need an unpacked bundle. */
public class Page implements FluentNodeAPI, Resource {

    private final Resource m_page;

    private final Map<String, Resource> m_resources = new LinkedHashMap<>();

    Page(final Resource page) {
        m_page = page;
    }

    /** @return first stage */
    public static RequireFromFileOrString create() {
        return (content, charset) -> path -> new Page(new TextResource(path, content, charset));
    }

    /**
     * @param supplier gives a text, UTF-8
     * @param relativePath its path within the page
     * @return this
     */
    public Page addResourceFromString(final Supplier<String> supplier, final String relativePath) {
        m_resources.put(relativePath, new TextResource(relativePath, supplier, StandardCharsets.UTF_8));
        return this;
    }

    /**
     * @param relativePath path within the page
     * @return what lies there
     */
    public Optional<Resource> getResource(final String relativePath) {
        return Optional.ofNullable(m_resources.get(relativePath));
    }

    @Override
    public String getRelativePath() {
        return m_page.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public Optional<Charset> getCharset() {
        return m_page.getCharset();
    }

    @Override
    public boolean isStatic() {
        return m_page.isStatic();
    }

    @Override
    public ContentType getContentType() {
        return m_page.getContentType();
    }

    /** A text that may differ each time. */
    private record TextResource(String path, Supplier<String> text, Charset charset) implements Resource {

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.get().getBytes(charset));
        }

        @Override
        public Optional<Charset> getCharset() {
            return Optional.of(charset);
        }

        @Override
        public boolean isStatic() {
            return false;
        }

        @Override
        public ContentType getContentType() {
            return switch (path.substring(path.lastIndexOf('.') + 1)) {
                case "html" -> ContentType.HTML;
                case "js" -> ContentType.SHADOW_APP;
                case "svg" -> ContentType.SVG;
                case "png" -> ContentType.PNG;
                default -> throw new IllegalArgumentException(
                    "The path '" + path + "' must end with .html, .js, .svg or .png.");
            };
        }
    }

    /** Asks for the content. */
    public interface RequireFromFileOrString {

        /**
         * @param content gives the content, UTF-8
         * @return next stage
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content gives the content
         * @param charset its encoding
         * @return next stage
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Asks for the path. */
    public interface RequireRelativePath {

        /**
         * @param relativePath file name; its end tells the type
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives a text. */
    public interface StringSupplier extends Supplier<String> {
    }
}
