package org.scelmo.core.io.h5ad.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names inside the file: a slash would make groups of them, and some are taken. */
final class Names {

    private Names() {
    }

    /**
     * @param names as in the data, without duplicates
     * @param taken those that none may get
     * @param where what they name, for the note
     * @param notes gets a sentence for each name that is changed
     * @return name in the file by name in the data, in order; without duplicates
     */
    static Map<String, String> inFile(final Collection<String> names, final Set<String> taken, final String where,
        final List<String> notes) {
        final Set<String> used = new HashSet<>(taken);
        names.stream().filter(n -> clean(n).equals(n) && !taken.contains(n)).forEach(used::add);
        final Map<String, String> inFile = new LinkedHashMap<>();
        for (final var name : names) {
            final var clean = clean(name);
            if (clean.equals(name) && !taken.contains(name)) {
                inFile.put(name, name);
                continue;
            }
            var free = clean;
            for (int i = 1; !used.add(free); i++) {
                free = clean + "_" + i;
            }
            inFile.put(name, free);
            notes.add("%s: '%s' is called '%s' in the file, as the format does not allow the name."
                .formatted(where, name, free));
        }
        return inFile;
    }

    private static String clean(final String name) {
        final var clean = name.replace('/', '_').replace('\0', '_');
        return clean.isEmpty() || clean.equals(".") ? "_" : clean;
    }
}
