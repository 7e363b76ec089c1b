package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.io.rows.TemporaryFiles;
import org.scelmo.core.matrix.RowBlocks;

/** Reads obsp: matrices of cells × cells. From before anndata 0.7 the graphs of scanpy, which stood in uns then. */
final class ObspReader {

    /** Where scanpy 1.4 and before kept its graphs. */
    private static final String OLD = "neighbors";
    private static final List<String> OLD_NAMES = List.of("connectivities", "distances");

    private final Hdf5File m_file;
    private final Hdf5Group m_root;
    private final int m_cells;
    private final Notes m_notes;

    ObspReader(final Hdf5File file, final Hdf5Group root, final int cells, final Notes notes) {
        m_file = file;
        m_root = root;
        m_cells = cells;
        m_notes = notes;
    }

    /** @return whether this stands in uns, but is read as a part of obsp */
    static boolean isOldGraph(final Hdf5Node node) {
        return node instanceof Hdf5Group
            && OLD_NAMES.stream().anyMatch(name -> node.path().endsWith("/uns/" + OLD + "/" + name));
    }

    /** @return names of what {@link #read} will give, without reading it */
    List<String> names() throws IOException {
        return List.copyOf(matrices().keySet());
    }

    /**
     * @param files takes temporary files, should a matrix need one
     * @param cellNames for messages
     * @return matrices by name, streamed
     */
    Map<String, RowBlocks> read(final TemporaryFiles files, final String[] cellNames) throws IOException {
        final Map<String, RowBlocks> graphs = new LinkedHashMap<>();
        for (final var matrix : matrices().entrySet()) {
            checkShape(matrix.getValue());
            graphs.put(matrix.getKey(), matrix.getValue().rowBlocks(files, cellNames));
        }
        return graphs;
    }

    private void checkShape(final MatrixNode matrix) {
        if (matrix.rows() != m_cells || matrix.columns() != m_cells) {
            throw new MalformedAnnDataException(m_file.path(), matrix.path(),
                "the graph has the shape %d × %d, but there are %d cells.".formatted(matrix.rows(), matrix.columns(),
                    m_cells),
                "Remove or recompute this graph and save the file again.");
        }
    }

    private Map<String, MatrixNode> matrices() throws IOException {
        final Map<String, MatrixNode> matrices = new LinkedHashMap<>();
        final var group = m_root.group("obsp");
        if (group.isPresent()) {
            for (final var name : group.get().names()) {
                matrix(name, group.get().child(name).orElseThrow()).ifPresent(m -> matrices.put(name, m));
            }
        }
        final var uns = m_root.group("uns");
        final var old = uns.isPresent() ? uns.get().group(OLD) : Optional.<Hdf5Group> empty();
        if (old.isPresent()) {
            for (final var name : OLD_NAMES) {
                final var node = old.get().child(name);
                if (node.isPresent() && node.get() instanceof Hdf5Group sparse && !matrices.containsKey(name)) {
                    matrix(name, sparse).ifPresent(m -> matrices.put(name, m));
                }
            }
        }
        return matrices;
    }

    private Optional<MatrixNode> matrix(final String name, final Hdf5Node node) throws IOException {
        try {
            return Optional.of(MatrixNode.of(m_file, node));
        } catch (MalformedAnnDataException e) {
            m_notes.add("obsp '%s' was left out: %s".formatted(name, e.getMessage()));
            return Optional.empty();
        }
    }
}
