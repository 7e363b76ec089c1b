package org.scelmo.embedded.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.scelmo.embedded.conformance.ClassFileSignatures;
import org.scelmo.embedded.conformance.ListingExtract;

/**
 * Renews this module's extracts of the signature listing after a class was added: run it in the module's folder, after
 * compiling, with the folder of the listing (it holds 5.8.2/ and diff-5.8.2-to-5.12/).
 */
final class UiListing {

    static final Path CLASSES = Path.of("target", "classes");

    static final String PREFIX = "org.knime";

    static final ListingExtract EXTRACT =
        new ListingExtract(Path.of("src", "test", "resources", "org", "scelmo", "embedded", "ui"));

    private UiListing() {
    }

    /**
     * Writes the extracts.
     *
     * @param args the folder of the listing
     * @throws IOException if it cannot be read or the extracts cannot be written
     */
    public static void main(final String[] args) throws IOException {
        EXTRACT.write(Path.of(args[0]), List.of("org.knime.core.ui"), ClassFileSignatures.read(CLASSES, PREFIX));
    }
}
