package org.scelmo.nodes.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a view as one HTML text that loads nothing: the frame of all views with the style sheets and scripts of
 * one put into it. So a page works from within the bundle's jar, without a network, and in any browser.
 */
public final class ViewPage {

    /** What a view shows if KNIME has lost what the node kept for it, as it does when a node is copied. */
    public static final String EXECUTE_AGAIN = "Execute the node again to see its view.";

    private static final String FRAME = "view.html";

    private static final String[] SHARED = {"view.css", "knime-view.js", "view-kit.js"};

    private ViewPage() {
    }

    /**
     * @param owner the class beside which the parts lie; parts that several views use lie beside this class
     * @param title of the page
     * @param parts names of the style sheets (.css) and scripts (.js) that make the view; those that all views use come
     *            before them
     * @return the page
     * @throws IllegalArgumentException if there is no such part
     */
    public static String html(final Class<?> owner, final String title, final String... parts) {
        return text(ViewPage.class, FRAME).replace("${title}", title) //
            .replace("${styles}", elements("style", ".css", owner, parts)) //
            .replace("${scripts}", elements("script", ".js", owner, parts));
    }

    private static String elements(final String tag, final String ending, final Class<?> owner, final String... parts) {
        return Stream.concat(Arrays.stream(SHARED), Arrays.stream(parts)).filter(part -> part.endsWith(ending))
            .map(part -> "<%1$s>\n%2$s</%1$s>".formatted(tag, text(owner, part))).collect(Collectors.joining("\n"));
    }

    private static String text(final Class<?> owner, final String name) {
        final var own = owner.getResourceAsStream(name);
        try (var in = own == null ? ViewPage.class.getResourceAsStream(name) : own) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + name + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
