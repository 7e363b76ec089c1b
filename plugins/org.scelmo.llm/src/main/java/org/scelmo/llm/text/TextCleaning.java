package org.scelmo.llm.text;

import java.util.List;
import java.util.regex.Pattern;

/** What is done to a text before it is embedded. */
public enum TextCleaning {

    /** nothing */
    NONE {
        @Override
        public String clean(final String text) {
            return text;
        }
    },

    /** scELMo's rule: each line feed becomes one space; nothing is trimmed, joined or cut */
    LINE_FEEDS {
        @Override
        public String clean(final String text) {
            return text.replace('\n', ' ');
        }
    },

    /** GenePT's rules for summaries from NCBI's pages: headings and notes of the page go, white space is joined */
    NCBI_SUMMARY {
        @Override
        public String clean(final String text) {
            var cleaned = text;
            for (final var phrase : PAGE_PHRASES) {
                cleaned = cleaned.replace(phrase, "");
            }
            return WHITE_SPACE.matcher(cleaned).replaceAll(" ").strip();
        }
    };

    private static final List<String> PAGE_PHRASES = List.of("##  Summary", "NEW", "Try the newGene table",
        "Try the newTranscript table", "**", "Go to the top of the page Help");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** @return the text as it is to be embedded; may be empty */
    public abstract String clean(String text);
}
