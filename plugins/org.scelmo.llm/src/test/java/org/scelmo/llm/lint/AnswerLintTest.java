package org.scelmo.llm.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scelmo.llm.model.TextAnswer.End;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AnswerLintTest {

    private static final AnswerLint ANY_LENGTH = new AnswerLint(0, 1000);

    private static final String GOOD = "The INS gene encodes insulin, a peptide hormone that is produced by the beta cells "
        + "of the pancreas and regulates the uptake of glucose through the PI3K-Akt pathway.";

    @Test
    void descriptionIsNotSuspicious() {
        assertEquals(Set.of(), AnswerLint.PARAGRAPH.check("INS", GOOD, End.COMPLETE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I'm sorry, but I do not have information on INS.|APOLOGY,NO_INFORMATION",
        "I apologize for the confusion about INS.|APOLOGY",
        "Sorry, INS is unknown to me.|APOLOGY",
        "As an AI language model, I cannot provide details of INS.|REFUSAL,AI_DISCLAIMER",
        "I can\u2019t assist with that request about INS.|REFUSAL",
        "There is currently no specific information available for INS.|NO_INFORMATION",
        "INS is not a recognized gene.|NO_INFORMATION",
        "Insulin is a hormone.|NAME_ABSENT",
        "The sorry state of INS research; loss as an airway disease.|''"})
    void wordsOfBadAnswersAreFound(final String answer, final String expected) {
        final var codes = EnumSet.noneOf(Lint.class);
        Arrays.stream(expected.split(",")).filter(c -> !c.isEmpty()).map(Lint::valueOf).forEach(codes::add);
        assertEquals(codes, ANY_LENGTH.check("INS", answer, End.COMPLETE));
    }

    @ParameterizedTest
    @CsvSource({"HLA-A,The HLA A gene,true", "T cell,T-cells are,true", "AR,They are,false", "CD4+ T,CD4+ T helper,true",
        "MT-ND1,mt-nd1 encodes,true", "B cell,Becell,false", "+,anything,true"})
    void nameIsLookedForAsAWord(final String name, final String answer, final boolean mentioned) {
        assertEquals(!mentioned, ANY_LENGTH.check(name, answer, End.COMPLETE).contains(Lint.NAME_ABSENT));
    }

    @Test
    void lengthAndEndAreTold() {
        assertEquals(Set.of(Lint.TOO_SHORT), AnswerLint.PARAGRAPH.check("INS", "INS is a gene.", End.COMPLETE));
        assertEquals(Set.of(Lint.TOO_LONG), new AnswerLint(0, 10).check("INS", GOOD, End.COMPLETE));
        assertEquals(Set.of(Lint.TRUNCATED), AnswerLint.PARAGRAPH.check("INS", GOOD, End.TRUNCATED));
        assertEquals(Set.of(Lint.REFUSAL, Lint.NAME_ABSENT, Lint.TOO_SHORT),
            AnswerLint.PARAGRAPH.check("INS", "", End.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"https://a.example\") INS", "+INS", "-INS", "@INS", "\tINS", "\rINS"})
    void answersThatSpreadsheetsTakeForFormulasAreFound(final String answer) {
        assertEquals(Set.of(Lint.FORMULA), ANY_LENGTH.check("INS", answer, End.COMPLETE));
        assertEquals(Set.of(), ANY_LENGTH.check("INS", "INS: " + answer, End.COMPLETE));
    }

    @Property
    void anyAnswerIsChecked(@ForAll final String name, @ForAll final String answer) {
        for (final var lint : AnswerLint.PARAGRAPH.check(name, answer, End.COMPLETE)) {
            assertTrue(lint.text().endsWith("."));
        }
    }
}
