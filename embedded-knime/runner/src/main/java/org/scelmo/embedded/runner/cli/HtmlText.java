package org.scelmo.embedded.runner.cli;

import java.util.ArrayList;
import java.util.List;

/** Makes plain text of the simple HTML in node descriptions. */
final class HtmlText {

    private static final int WIDTH = 100;

    private HtmlText() {
    }

    static String oneLine(final String html) {
        return String.join(" ", paragraphs(html));
    }

    /** @return the text, wrapped; an empty line between paragraphs */
    static List<String> lines(final String html) {
        final var lines = new ArrayList<String>();
        for (var paragraph : paragraphs(html)) {
            if (!lines.isEmpty() && !paragraph.startsWith("- ")) {
                lines.add("");
            }
            wrap(paragraph, lines);
        }
        return lines;
    }

    private static List<String> paragraphs(final String html) {
        final var marked = html.replaceAll("\\s+", " ") //
            .replaceAll("(?i)<li[^>]*>", "\n- ") //
            .replaceAll("(?i)</?(p|br|ul|ol|div|h\\d|pre|table|tr)\\b[^>]*>|</li>", "\n") //
            .replaceAll("<[^>]+>", "") //
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&nbsp;", " ")
            .replace("&amp;", "&");
        return marked.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static void wrap(final String paragraph, final List<String> lines) {
        final var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }
}
