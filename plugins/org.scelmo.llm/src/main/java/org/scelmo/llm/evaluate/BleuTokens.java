package org.scelmo.llm.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a text is cut into the words that BLEU compares. */
public enum BleuTokens {

    /** at white space; case and punctuation count */
    WHITE_SPACE(Pattern.compile("\\S+")) {
        @Override
        public List<String> of(final String text) {
            return matches(text);
        }
    },

    /** lower-case words, and each other character on its own; "CD79A," is two words */
    WORDS(Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-_'][\\p{L}\\p{M}\\p{N}]+)*|[^\\s\\p{L}\\p{M}\\p{N}]")) {
        @Override
        public List<String> of(final String text) {
            return matches(text.toLowerCase(Locale.ROOT));
        }
    };

    private final Pattern m_token;

    BleuTokens(final Pattern token) {
        m_token = token;
    }

    /** @return the words of the text, in order */
    public abstract List<String> of(String text);

    List<String> matches(final String text) {
        return m_token.matcher(text).results().map(MatchResult::group).toList();
    }
}
