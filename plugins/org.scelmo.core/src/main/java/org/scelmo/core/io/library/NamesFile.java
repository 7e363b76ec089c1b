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
    private static final long MAX_BYTES = 256L << 20;

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
        if (Files.size(file) > MAX_BYTES) {
            throw new MalformedEmbeddingException("The names in '%s' take more than %d MB.".formatted(
                file.getFileName(), MAX_BYTES >> 20), "Choose the text file with one name per line.");
        }
        final var names = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
            names.remove(names.size() - 1);
        }
        names.replaceAll(name -> name.startsWith("\uFEFF") ? name.substring(1).strip() : name.strip());
        return names;
    }
}
