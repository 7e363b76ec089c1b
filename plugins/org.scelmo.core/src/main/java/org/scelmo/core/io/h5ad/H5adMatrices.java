package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;

/**
 * Where the matrices of a file lie: X, raw and layers, in the places of all versions of anndata.
 *
 * @param file the file
 * @param root the group that holds the data: the whole file, or a modality
 */
record H5adMatrices(Hdf5File file, Hdf5Group root) {

    private static final String RAW = "raw";

    /** @return X; it may be absent, or an empty dataset as anndata wrote for "no X" */
    Optional<Hdf5Node> x() throws IOException {
        return root.child("X").filter(n -> !(n instanceof Hdf5Dataset data && data.shape().length == 1
            && data.shape()[0] == 0));
    }

    /** @return raw's matrix, which anndata before 0.7 stored beside X */
    Optional<Hdf5Node> raw() throws IOException {
        final var raw = root.group(RAW);
        return raw.isPresent() ? raw.get().child("X") : root.child("raw.X");
    }

    /** @return the genes of raw */
    Hdf5Node rawVar() throws IOException {
        final var raw = root.group(RAW);
        return raw.isPresent() ? Frames.required(file, raw.get(), "var") : Frames.required(file, root, "raw.var");
    }

    /**
     * @param notes told of layers that cannot be read
     * @return the others, by name
     */
    Map<String, MatrixNode> layers(final Notes notes) throws IOException {
        final Map<String, MatrixNode> layers = new LinkedHashMap<>();
        final var group = root.group("layers");
        if (group.isPresent()) {
            for (final var name : group.get().names()) {
                final var node = group.get().child(name).orElseThrow();
                try {
                    layers.put(name, MatrixNode.of(file, node));
                } catch (MalformedAnnDataException e) {
                    notes.add("Layer '%s' was left out: %s".formatted(name, e.getMessage()));
                }
            }
        }
        return layers;
    }

    /**
     * @return the matrix that is to become X; empty if none is
     * @throws MalformedAnnDataException if the file does not have it
     */
    Optional<MatrixNode> chosen(final Selection selection) throws IOException {
        final Optional<Hdf5Node> node = switch (selection.source()) {
            case X -> x();
            case RAW -> Optional.of(raw().orElseThrow(() -> new MalformedAnnDataException(file.path(), "/raw",
                "the file has no raw matrix.", "Choose X or a layer.")));
            case LAYER -> Optional.of(layer(selection.name()));
            case OBSM, NONE -> Optional.empty();
        };
        return node.isEmpty() ? Optional.empty() : Optional.of(MatrixNode.of(file, node.get()));
    }

    private Hdf5Node layer(final String name) throws IOException {
        final var group = root.group("layers");
        final var layer = group.isEmpty() ? Optional.<Hdf5Node> empty() : group.get().child(name);
        if (layer.isEmpty()) {
            throw new MalformedAnnDataException(file.path(), "/layers",
                "there is no layer '%s'; %s.".formatted(name, layersThere(group)), "Choose X or another layer.");
        }
        return layer.get();
    }

    private static String layersThere(final Optional<Hdf5Group> layers) throws IOException {
        return layers.isEmpty() || layers.get().names().isEmpty() ? "the file has none"
            : "there is " + String.join(", ", layers.get().names());
    }
}
