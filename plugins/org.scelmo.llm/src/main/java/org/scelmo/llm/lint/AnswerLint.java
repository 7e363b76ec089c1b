package org.scelmo.llm.lint;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.scelmo.llm.model.TextAnswer.End;

/**
 * Looks for signs that an answer is no description: wording of English answers, length, and whether the name occurs.
 * Heuristic: it flags, it never drops.
 *
 * @param fewestWords below that an answer is {@link Lint#TOO_SHORT}; 0 for no such limit
 * @param mostWords above that it is {@link Lint#TOO_LONG}
 */
public record AnswerLint(int fewestWords, int mostWords) {

    /** One paragraph: 20 to 400 words. */
    public static final AnswerLint PARAGRAPH = new AnswerLint(20, 400);

    private static final Pattern REFUSAL = words("i (?:can(?:no|')t|am unable to|am not able to|won't|must decline to) "
        + "(?:help|assist|provide|answer|comply|fulfil|do that|summari[sz]e|describe)");
    private static final Pattern APOLOGY = words("i(?:'m| am) (?:very |so |really )?sorry|i apologi[sz]e|my apologies|"
        + "(?:^|[.!?] )(?:sorry|apologies)(?:,| but)");
    private static final Pattern AI = words("as an? (?:ai|artificial intelligence|(?:large )?language model)|"
        + "i(?:'m| am) (?:just |only )?an? (?:ai|artificial intelligence|(?:large )?language model)|"
        + "my (?:last )?(?:knowledge|training)(?: data)? (?:update|cutoff|cut-off|only)");
    private static final Pattern NO_INFORMATION = words(
        "(?:i|we) (?:do not|don't|could not|couldn't|cannot|can't|did not|didn't) (?:currently )?"
            + "(?:have|find|possess) (?:any |enough |sufficient |specific |detailed |reliable )*(?:information|details|data)|"
            + "there is (?:currently )?no (?:available |specific |known )*(?:information|data)|"
            + "no (?:specific )?information (?:is|was) (?:available|found)|"
            + "not (?:a )?(?:recogni[sz]ed|known|real|valid) (?:gene|protein|cell type|cell line|drug|disease)");
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * @param name what was asked about
     * @param answer what came, not trimmed
     * @param end why the model stopped
     * @return what is suspicious, in the order of {@link Lint}; empty if nothing
     */
    public Set<Lint> check(final String name, final String answer, final End end) {
        final var found = EnumSet.noneOf(Lint.class);
        final var text = SPACE.matcher(answer.replace('\u2019', '\'').strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        add(found, Lint.REFUSAL, end == End.REFUSED || REFUSAL.matcher(text).find());
        add(found, Lint.APOLOGY, APOLOGY.matcher(text).find());
        add(found, Lint.AI_DISCLAIMER, AI.matcher(text).find());
        add(found, Lint.NO_INFORMATION, NO_INFORMATION.matcher(text).find());
        add(found, Lint.NAME_ABSENT, !mentions(text, name));
        final int words = text.isEmpty() ? 0 : SPACE.split(text).length;
        add(found, Lint.TOO_SHORT, words < fewestWords);
        add(found, Lint.TOO_LONG, words > mostWords);
        add(found, Lint.TRUNCATED, end == End.TRUNCATED);
        add(found, Lint.FORMULA, !answer.isEmpty() && FORMULA_STARTS.indexOf(answer.charAt(0)) >= 0);
        return found;
    }

    /** "HLA-A" is in "the HLA A gene", "T cell" in "T-cells"; "AR" is not in "are". */
    private static boolean mentions(final String text, final String name) {
        final var wanted = " " + fold(name) + " ";
        final var words = " " + fold(text) + " ";
        return wanted.isBlank() || words.contains(wanted) || words.contains(wanted.stripTrailing() + "s ");
    }

    private static String fold(final String text) {
        return NOT_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static void add(final Set<Lint> found, final Lint lint, final boolean present) {
        if (present) {
            found.add(lint);
        }
    }

    private static Pattern words(final String expression) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])");
    }
}
