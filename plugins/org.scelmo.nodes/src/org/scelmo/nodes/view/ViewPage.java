package org.scelmo.nodes.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a view as one HTML text that loads nothing: scripts and style sheets that it names are put into it. They
 * lie beside the node's factory or, if several views use them, beside this class. So a page works from within the
 * bundle's jar, without a network, and in any browser.
 */
public final class ViewPage {

    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([\\w.-]+)\"></script>");

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([\\w.-]+)\">");

    private ViewPage() {
    }

    /**
     * @param factory the node's factory, beside which its page lies
     * @param name of the page
     * @return the page with all that it names
     */
    public static String html(final Class<?> factory, final String name) {
        final var page = text(factory, name);
        final var styled = STYLE.matcher(page).replaceAll(m -> element("style", factory, m.group(1)));
        return SCRIPT.matcher(styled).replaceAll(m -> element("script", factory, m.group(1)));
    }

    private static String element(final String tag, final Class<?> factory, final String name) {
        return Matcher.quoteReplacement("<%1$s>%n%2$s</%1$s>".formatted(tag, text(factory, name)));
    }

    private static String text(final Class<?> factory, final String name) {
        final var own = factory.getResourceAsStream(name);
        try (var in = own == null ? ViewPage.class.getResourceAsStream(name) : own) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + name + " beside " + factory.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
