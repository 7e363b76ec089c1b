package org.scelmo.core.io.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that belong to a NumPy array: a text file in UTF-8, one name per line. */
final class NamesFile {

    private static final List<String> ENDINGS = List.of("_genes.txt", "_names.txt", ".names.txt", ".genes.txt", ".txt");
    private static final int MAX_NAMES = 2_000_000;
    private static final int MAX_LENGTH = 10_000;

    private NamesFile() {
    }

    /** @return the file asked for, or the first that exists beside the array: same name with another ending */
    static Path find(final Path array, final Optional<Path> chosen) {
        if (chosen.isPresent()) {
            return chosen.get();
        }
        final var name = array.getFileName().toString();
        final var stem = name.replaceFirst("(?i)\\.npy(\\.gz)?$", "");
        for (final var ending : ENDINGS) {
            final var candidate = array.resolveSibling(stem + ending);
            if (Files.isRegularFile(candidate) && !candidate.equals(array)) {
                return candidate;
            }
        }
        throw new MalformedEmbeddingException("'%s' is an array without names.".formatted(name),
            "Put a text file with one name per line beside it: '%s%s'.".formatted(stem, ENDINGS.get(0)),
            "Choose the file of names in the dialog.");
    }

    /** @return the names in order; blank lines at the end are ignored */
    static List<String> read(final Path file) throws IOException {
        final var names = new ArrayList<String>();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                add(names, line.startsWith("\uFEFF") ? line.substring(1) : line, file.getFileName().toString());
            }
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    /** @throws MalformedEmbeddingException if there are more or longer names than any library has */
    static void add(final List<String> names, final String name, final String file) {
        if (names.size() == MAX_NAMES || name.length() > MAX_LENGTH) {
            throw new MalformedEmbeddingException("'%s' has more than %d names, or one longer than %d characters."
                .formatted(file, MAX_NAMES, MAX_LENGTH), "Choose the text file with one name per line.");
        }
        names.add(name.strip());
    }
}
