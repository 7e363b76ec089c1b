package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Something a view loads: its page, a script, an image. */
public interface Resource {

    /** @return path within the page */
    String getRelativePath();

    /**
     * @return the content
     * @throws IOException if it cannot be read
     */
    InputStream getInputStream() throws IOException;

    /** @return charset of text, if known */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }

    /** @return whether the content is always the same */
    boolean isStatic();

    /** @return what it is, told by the end of its path */
    ContentType getContentType();

    /** What a page can be. */
    enum ContentType {
            /** A page shown in a frame. */
            HTML,
            /** A script that draws into the surrounding page. */
            SHADOW_APP,
            /** An image. */
            SVG,
            /** An image. */
            PNG;
    }
}
