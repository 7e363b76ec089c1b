package org.scelmo.embedded.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The part of KNIME's signature listing that a module is checked against: the classes it has, and which of their lines
 * change in later releases.
 */
public final class ListingExtract {

    private static final String REAL = "knime-5.8.2.txt";

    private static final String CHANGED = "changed-until-5.12.txt";

    private static final String PACKAGES = "exported-packages-5.8.2.txt";

    private final Path m_folder;

    /**
     * An extract.
     *
     * @param folder where it lies
     */
    public ListingExtract(final Path folder) {
        m_folder = folder;
    }

    /**
     * Reads the real signatures.
     *
     * @return the classes that the module has, with all their members
     * @throws IOException if they cannot be read
     */
    public SignatureListing real() throws IOException {
        return SignatureListing.of(Files.readAllLines(m_folder.resolve(REAL)));
    }

    /**
     * Reads what changes.
     *
     * @return the classes that the module has, with those members that later releases change or remove
     * @throws IOException if they cannot be read
     */
    public SignatureListing changed() throws IOException {
        return SignatureListing.of(Files.readAllLines(m_folder.resolve(CHANGED)));
    }

    /**
     * Reads the packages that the real bundles export.
     *
     * @return the packages that the module has, as they stand in Export-Package
     * @throws IOException if they cannot be read
     */
    public Set<String> packages() throws IOException {
        return new TreeSet<>(Files.readAllLines(m_folder.resolve(PACKAGES)));
    }

    /**
     * Writes the extract.
     *
     * @param listing the folder of the listing; it holds 5.8.2/ and diff-5.8.2-to-5.12/
     * @param bundles the bundles to look in
     * @param classes the classes that the module has
     * @throws IOException if the listing cannot be read or the extract cannot be written
     */
    public void write(final Path listing, final List<String> bundles, final List<Signature> classes)
        throws IOException {
        final var wanted = classes.stream().map(Signature::className).collect(Collectors.toSet());
        final var real = new ArrayList<String>();
        final var changed = new ArrayList<String>();
        for (final var bundle : bundles) {
            final var lines = Files.readAllLines(listing.resolve("5.8.2").resolve(bundle + ".txt"));
            final var diff = Files.readAllLines(listing.resolve("diff-5.8.2-to-5.12").resolve(bundle + ".txt.diff"));
            real.addAll(restrict(lines, wanted, line -> true));
            changed.addAll(restrict(lines, wanted, new RemovedLines(lines, diff)::mayContain));
        }
        Files.createDirectories(m_folder);
        Files.write(m_folder.resolve(REAL), real);
        Files.write(m_folder.resolve(CHANGED), changed);
        Files.write(m_folder.resolve(PACKAGES), packages(
            Files.readAllLines(listing.resolve("5.8.2").resolve("_exported-packages.txt")), bundles, wanted));
    }

    private static Set<String> packages(final List<String> lines, final List<String> bundles,
        final Set<String> classes) {
        final var present = classes.stream().map(c -> c.substring(0, c.lastIndexOf('.'))).collect(Collectors.toSet());
        final var exported = new TreeSet<String>();
        var isWanted = false;
        for (final var line : lines) {
            if (line.startsWith("##")) {
                isWanted = bundles.contains(line.substring(2).strip().split("[; ]")[0]);
            } else if (isWanted && present.contains(line.strip().split(";")[0])) {
                exported.add(line.strip());
            }
        }
        return exported;
    }

    private static List<String> restrict(final List<String> lines, final Set<String> classes,
        final IntPredicate keep) {
        final var kept = new ArrayList<String>();
        String header = null;
        var isWanted = false;
        for (var i = 0; i < lines.size(); i++) {
            final var line = lines.get(i);
            if (!line.startsWith(" ")) {
                header = line;
                isWanted = classes.contains(line.split(" ")[0]);
            }
            if (isWanted && keep.test(i)) {
                if (header != null && !header.equals(line)) {
                    kept.add(header);
                }
                kept.add(line);
                header = null;
            }
        }
        return kept;
    }
}
