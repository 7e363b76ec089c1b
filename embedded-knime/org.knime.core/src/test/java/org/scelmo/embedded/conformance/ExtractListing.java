package org.scelmo.embedded.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Renews the extracts of the signature listing after a class was added: run it in this module's folder, after
 * compiling, with the folder of the listing (it holds 5.8.2/ and diff-5.8.2-to-5.12/).
 */
final class ExtractListing {

    static final ListingExtract EXTRACT =
        new ListingExtract(Path.of("src", "test", "resources", "org", "scelmo", "embedded", "conformance"));

    private ExtractListing() {
    }

    /**
     * Writes the extracts.
     *
     * @param args the folder of the listing
     * @throws IOException if it cannot be read or the extracts cannot be written
     */
    public static void main(final String[] args) throws IOException {
        EXTRACT.write(Path.of(args[0]), List.of("org.knime.core", "org.knime.core.util"),
            ClassFileSignatures.read(Path.of("target", "classes"), "org.knime"));
    }
}
