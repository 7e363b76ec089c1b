package org.scelmo.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.parameters.layout.Section;
import org.scelmo.embedded.conformance.ClassFileSignatures;
import org.scelmo.embedded.conformance.SignatureConformance;

/** The double has nothing that KNIME 5.8.2 lacks or that changes until 5.12. */
class SignatureConformanceTest {

    /**
     * {@code Section.title} has a default in 5.8.2 and none in 5.12. The double demands it, so that our sections work
     * in both.
     */
    private static final String SECTION_TITLE = Section.class.getName() + " has\n    M title()";

    /** A record cannot hide its constructor. Nodes make ports by its static methods, which stay. */
    private static final String PORT_CONSTRUCTOR = PortDescription.class.getName() + " M <init>(";

    @Test
    void everyPublicAndProtectedMemberIsTheRealOne() throws IOException {
        final var differences =
            SignatureConformance.differences(UiListing.CLASSES, UiListing.PREFIX, UiListing.EXTRACT.real());
        assertEquals(List.of(), differences.stream().filter(d -> !d.startsWith(SECTION_TITLE)).toList());
        assertEquals(1, differences.size(), "the one deliberate difference");
    }

    @Test
    void nothingIsUsedThatChangesInLaterReleases() throws IOException {
        final var shared =
            SignatureConformance.shared(UiListing.CLASSES, UiListing.PREFIX, UiListing.EXTRACT.changed());
        assertEquals(List.of(), shared.stream().filter(d -> !d.startsWith(PORT_CONSTRUCTOR)).toList());
    }

    @Test
    void readsTheClasses() throws IOException {
        assertTrue(ClassFileSignatures.read(UiListing.CLASSES, UiListing.PREFIX).size() > 100);
    }
}
