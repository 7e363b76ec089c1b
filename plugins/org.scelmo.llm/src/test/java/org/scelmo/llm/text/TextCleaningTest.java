package org.scelmo.llm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextCleaningTest {

    @Test
    void publishedRuleReplacesLineFeedsAndNothingElse() {
        assertEquals(" a  b\r c\t", TextCleaning.LINE_FEEDS.clean(" a\n\nb\r\nc\t"));
        assertEquals(" a\n", TextCleaning.NONE.clean(" a\n"));
    }

    @Test
    void pagesOfNcbiLoseTheirHeadingsAndNotes() {
        assertEquals("This gene encodes insulin. It is a hormone.",
            TextCleaning.NCBI_SUMMARY.clean("##  Summary\n\nNEW Try the newGene table\n**This gene** encodes\n insulin.  "
                + "It is a hormone.\n\nTry the newTranscript tableGo to the top of the page Help\n"));
        assertEquals("", TextCleaning.NCBI_SUMMARY.clean("##  Summary\n"));
    }
}
