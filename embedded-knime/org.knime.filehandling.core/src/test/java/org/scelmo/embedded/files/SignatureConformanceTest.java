package org.scelmo.embedded.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scelmo.embedded.conformance.ClassFileSignatures;
import org.scelmo.embedded.conformance.SignatureConformance;

/** The double has nothing that KNIME 5.8.2 lacks or that changes until 5.12. */
class SignatureConformanceTest {

    @Test
    void everyPublicAndProtectedMemberIsTheRealOne() throws IOException {
        assertEquals(List.of(), SignatureConformance.differences(FilesListing.CLASSES, FilesListing.PREFIX,
            FilesListing.EXTRACT.real()));
    }

    @Test
    void nothingIsUsedThatChangesInLaterReleases() throws IOException {
        assertEquals(List.of(), SignatureConformance.shared(FilesListing.CLASSES, FilesListing.PREFIX,
            FilesListing.EXTRACT.changed()));
    }

    @Test
    void readsTheClasses() throws IOException {
        assertTrue(ClassFileSignatures.read(FilesListing.CLASSES, FilesListing.PREFIX).size() > 15);
    }
}
