package org.scelmo.embedded.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The double has nothing that KNIME 5.8.2 lacks or that changes until 5.12. */
class SignatureConformanceTest {

    private static final Path CLASSES = Path.of("target", "classes");

    private static final String PREFIX = "org.knime";

    private static final ListingExtract EXTRACT = ExtractListing.EXTRACT;

    @Test
    void everyPublicAndProtectedMemberIsTheRealOne() throws IOException {
        final var differences = SignatureConformance.differences(CLASSES, PREFIX, EXTRACT.real());
        assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
    }

    @Test
    void nothingIsUsedThatChangesInLaterReleases() throws IOException {
        final var used = SignatureConformance.shared(CLASSES, PREFIX, EXTRACT.changed());
        assertTrue(used.isEmpty(), () -> String.join("\n", used));
    }

    @Test
    void readsManyClasses() throws IOException {
        assertTrue(ClassFileSignatures.read(CLASSES, PREFIX).size() > 100);
    }

    @Test
    void noticesAnAddedMember() {
        final var real = signature("  M getName()Ljava/lang/String; [public]");
        final var ours = signature("  M getName()Ljava/lang/String; [public]", "  M extra()V [public]");
        final var differences = ours.differencesTo(real);
        assertEquals(1, differences.size());
        assertTrue(differences.get(0).contains("extra()V"));
    }

    @Test
    void noticesOtherFlagsExceptionsAndGenericSignatures() {
        final var real = signature("  M get()Ljava/util/List; [public] throws java/io/IOException"
            + " sig=()Ljava/util/List<Ljava/lang/String;>;");
        for (final var other : List.of("  M get()Ljava/util/List; [public]",
            "  M get()Ljava/util/List; [public final] throws java/io/IOException"
                + " sig=()Ljava/util/List<Ljava/lang/String;>;",
            "  M get()Ljava/util/List; [public] throws java/io/IOException sig=()Ljava/util/List<*>;")) {
            assertFalse(signature(other).differencesTo(real).isEmpty(), other);
        }
    }

    @Test
    void allowsMembersToBeLeftOut() {
        assertTrue(signature().differencesTo(signature("  M getName()Ljava/lang/String; [public]")).isEmpty());
    }

    private static Signature signature(final String... members) {
        final var lines = new ArrayList<>(List.of("a.B class [public]|super=java/lang/Object|interfaces="));
        lines.addAll(List.of(members));
        return SignatureListing.of(lines).find("a.B").orElseThrow();
    }
}
