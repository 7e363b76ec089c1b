package org.scelmo.core.io.tenx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;

/**
 * Which part of a 10x file to read.
 *
 * @param genome name of one genome; null or empty for the only one (version 2) or all (version 3)
 * @param featureType such as Antibody Capture, or {@link #ALL}; null or empty for Gene Expression, or the only type
 *            there is; version 2 has no types
 */
public record TenxChoice(String genome, String featureType) {

    /** Stands for the features of every type. */
    public static final String ALL = "*";

    /** Gene expression of the only genome, or of all. */
    public static final TenxChoice DEFAULT = new TenxChoice("", "");

    private static final String USUAL = "Gene Expression";

    public TenxChoice {
        genome = genome == null ? "" : genome.strip();
        featureType = featureType == null ? "" : featureType.strip();
    }

    /** @return names of the genomes in a file of version 2, none in any other file */
    static List<String> genomes(final Hdf5File file) throws IOException {
        final List<String> genomes = new ArrayList<>();
        for (final var name : file.root().names()) {
            final var group = file.root().group(name);
            if (group.isPresent() && group.get().names().containsAll(Set.of("barcodes", "genes", "indptr"))) {
                genomes.add(name);
            }
        }
        return genomes;
    }

    Hdf5Group genomeGroup(final Hdf5File file) throws IOException {
        final var genomes = genomes(file);
        if (genomes.isEmpty()) {
            throw new MalformedTenxException(file.path(), "/", "this is no 10x Genomics HDF5 file.",
                "Choose a file such as filtered_feature_bc_matrix.h5.");
        }
        final var chosen = genome.isEmpty() && genomes.size() == 1 ? genomes.get(0) : genome;
        if (chosen.isEmpty()) {
            throw new MalformedTenxException(file.path(), "/", "the file holds several genomes: %s."
                .formatted(String.join(", ", genomes)), "Name the genome to read.");
        }
        if (!genomes.contains(chosen)) {
            throw absent(file.path(), "genome", chosen, genomes);
        }
        return file.root().group(chosen).orElseThrow();
    }

    /**
     * @param file whose features these are, for messages
     * @param features with their types and genomes, as far as they are known
     * @return indices of the features to keep, ascending
     * @throws MalformedTenxException if none is of the chosen type and genome
     */
    public int[] keep(final Path file, final Frame features) {
        final var types = features.column(TenxFeatures.TYPES).orElse(null);
        if (types == null) {
            return IntStream.range(0, features.size()).toArray();
        }
        final var type = type(file, types);
        final var kept = IntStream.range(0, features.size())
            .filter(i -> type.equals(ALL) || type.equals(types.text(i))).toArray();
        return genome.isEmpty() ? kept : ofGenome(file, features, kept);
    }

    private String type(final Path file, final Column types) {
        final var present = values(types);
        if (featureType.isEmpty()) {
            return present.contains(USUAL) ? USUAL : present.size() == 1 ? present.iterator().next() : ALL;
        }
        if (!featureType.equals(ALL) && !present.contains(featureType)) {
            throw absent(file, "feature type", featureType, present);
        }
        return featureType;
    }

    private int[] ofGenome(final Path file, final Frame features, final int[] candidates) {
        final var genomes = features.column(TenxFeatures.GENOME).orElseThrow(() -> new MalformedTenxException(file, "/",
            "the genomes of the features are not told.", "Leave the genome empty."));
        final var kept = IntStream.of(candidates).filter(i -> genome.equals(genomes.text(i))).toArray();
        if (kept.length == 0) {
            throw absent(file, "genome", genome, values(genomes));
        }
        return kept;
    }

    private static Set<String> values(final Column column) {
        final Set<String> values = new TreeSet<>();
        for (int i = 0; i < column.size(); i++) {
            values.add(column.text(i));
        }
        return values;
    }

    private static MalformedTenxException absent(final Path file, final String kind, final String name,
        final Collection<String> there) {
        return new MalformedTenxException(file, "/", "there is no %s '%s'; there is %s.".formatted(kind, name,
            String.join(", ", there)), "Choose one of these.");
    }

    /** @return the chosen rows of a frame of texts */
    public static Frame selected(final Frame frame, final int[] rows) {
        if (rows.length == frame.size()) {
            return frame;
        }
        final Map<String, Column> columns = new LinkedHashMap<>();
        frame.columns().forEach((name, column) -> {
            final var values = new String[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = column.text(rows[i]);
            }
            columns.put(name, new StringColumn(values));
        });
        final var names = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            names[i] = frame.index()[rows[i]];
        }
        return new Frame(names, columns);
    }
}
