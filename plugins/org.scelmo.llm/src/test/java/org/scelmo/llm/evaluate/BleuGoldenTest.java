package org.scelmo.llm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** NLTK 3.8's numbers, to a relative error of 1e-12 (sums of logarithms run in another order). */
class BleuGoldenTest {

    private static final BleuSmoothing[] METHODS = {BleuSmoothing.NONE, BleuSmoothing.ADD_EPSILON, BleuSmoothing.ADD_ONE,
        BleuSmoothing.GEOMETRIC, BleuSmoothing.GEOMETRIC_BY_LENGTH, BleuSmoothing.NEIGHBOR_MEAN,
        BleuSmoothing.INTERPOLATED, BleuSmoothing.GEOMETRIC_AND_MEAN};

    @Test
    void everySmoothingOfEveryPairAgrees() throws IOException {
        int compared = 0;
        for (final var pair : golden("bleu/bleu.json").get("cases")) {
            final var text = tokens(pair.get("hypothesis"));
            final var references = List.of(tokens(pair.get("reference")));
            for (int method = 0; method < METHODS.length; method++) {
                final var expected = pair.get(method == 0 ? "bleu4" : "bleu4_method" + method);
                if (expected.isNumber()) { // NLTK refuses method 6 for some pairs
                    assertClose(expected, new Bleu(4, METHODS[method]).score(text, references), pair + " " + method);
                    compared++;
                }
            }
            assertClose(pair.get("bleu1"), new Bleu(1, BleuSmoothing.NONE).score(text, references), pair + " 1");
            assertClose(pair.get("bleu2"), new Bleu(2, BleuSmoothing.NONE).score(text, references), pair + " 2");
            assertClose(pair.get("bleu2_method1"), new Bleu(2, BleuSmoothing.ADD_EPSILON).score(text, references), "2e");
            assertClose(pair.get("bleu3_method1"), new Bleu(3, BleuSmoothing.ADD_EPSILON).score(text, references), "3e");
            assertClose(pair.get("brevity_penalty"), Bleu.brevityPenalty(text, references), pair + " brevity");
            final var precisions = Bleu.precisions(text, references, 4);
            for (int n = 0; n < 4; n++) {
                final var expected = pair.get("modified_precisions").get(n);
                assertEquals(new NgramPrecision(expected.get(0).intValue(), expected.get(1).intValue()),
                    precisions.get(n), pair + " " + n);
            }
        }
        assertTrue(compared > 90, "compared " + compared);
    }

    @Test
    void severalReferencesAgree() throws IOException {
        for (final var pair : golden("bleu/bleu.json").get("multi_reference")) {
            final var text = tokens(pair.get("hypothesis"));
            final var references = new ArrayList<List<String>>();
            pair.get("references").forEach(r -> references.add(tokens(r)));
            assertClose(pair.get("bleu4"), new Bleu(4, BleuSmoothing.NONE).score(text, references), pair.toString());
            assertClose(pair.get("bleu4_method1"), new Bleu(4, BleuSmoothing.ADD_EPSILON).score(text, references), "m1");
        }
    }

    private static void assertClose(final JsonNode expected, final double actual, final String what) {
        assertEquals(expected.doubleValue(), actual, 1e-12 * expected.doubleValue(), what);
    }

    private static List<String> tokens(final JsonNode text) {
        return BleuTokens.WHITE_SPACE.of(text.textValue());
    }

    private static JsonNode golden(final String name) throws IOException {
        final var folder = Path.of(System.getProperty("scelmo.shared", "../../../shared"), "golden");
        Assumptions.assumeTrue(Files.isDirectory(folder), "The reference data folder " + folder + " is absent");
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }
}
