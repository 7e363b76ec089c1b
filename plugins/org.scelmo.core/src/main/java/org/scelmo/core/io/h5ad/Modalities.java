package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.Collection;

import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;

/** The parts of a MuData file ({@code .h5mu}), of which each is data as an {@code .h5ad} file holds them. */
final class Modalities {

    private static final String USUAL = "rna";

    private Modalities() {
    }

    static Hdf5Group choose(final Hdf5File file, final String modality) throws IOException {
        final var all = file.root().group("mod").orElseThrow(() -> new MalformedAnnDataException(file.path(), "/",
            "there are no modalities; this is no MuData file (.h5mu).", "Choose an .h5mu file that muon wrote."));
        final var names = all.names();
        final String name;
        if (modality != null && !modality.isBlank()) {
            name = modality.strip();
        } else if (names.contains(USUAL) || names.size() != 1) {
            name = USUAL;
        } else {
            name = names.iterator().next();
        }
        return all.group(name).orElseThrow(() -> absent(file, name, names));
    }

    private static MalformedAnnDataException absent(final Hdf5File file, final String name,
        final Collection<String> names) {
        return new MalformedAnnDataException(file.path(), "/mod",
            names.isEmpty() ? "the file has no modalities."
                : "there is no modality '%s'; there is %s.".formatted(name, String.join(", ", names)),
            "Name the modality to read: one of those in the file.");
    }
}
