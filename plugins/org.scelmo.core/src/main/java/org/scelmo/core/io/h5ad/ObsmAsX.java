package org.scelmo.core.io.h5ad;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scelmo.core.anndata.Frame;
import org.scelmo.core.io.hdf5.ElementType.Kind;
import org.scelmo.core.io.hdf5.Hdf5Dataset;
import org.scelmo.core.io.hdf5.Hdf5File;
import org.scelmo.core.io.hdf5.Hdf5Group;
import org.scelmo.core.io.hdf5.Hdf5Node;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Reads a matrix of obsm, such as the proteins of CITE-seq, as if it were X. */
final class ObsmAsX {

    private final Hdf5File m_file;
    private final Hdf5Group m_root;
    private final String[] m_cells;
    private final Notes m_notes;

    ObsmAsX(final Hdf5File file, final Hdf5Group root, final String[] cells, final Notes notes) {
        m_file = file;
        m_root = root;
        m_cells = cells;
        m_notes = notes;
    }

    /**
     * What stands in the place of X.
     *
     * @param x cells × columns of the matrix
     * @param var names of the columns
     */
    record Content(RowBlocks x, Frame var) {
    }

    Content read(final String name) throws IOException {
        final var content = content(name);
        if (content.x().rows() != m_cells.length) {
            throw fault("/obsm/" + name, "there are %d rows, but %d cells.".formatted(content.x().rows(),
                m_cells.length),
                "Remove or recompute this embedding and save the file again.");
        }
        m_notes.duplicates("names in obsm '" + name + "'", content.var().index(), "adata.var_names_make_unique()");
        return content;
    }

    private Content content(final String name) throws IOException {
        final var obsm = m_root.child("obsm").orElseThrow(() -> absent(name, List.of()));
        if (obsm instanceof Hdf5Dataset records) {
            final var fields = ObsmReader.numeric(records);
            final var field = fields.stream().filter(f -> f.name().equals(name)).findFirst()
                .orElseThrow(() -> absent(name, fields.stream().map(f -> f.name()).toList()));
            return new Content(rows(CompoundFrameReader.rows(records, field), field.length()),
                named(name, field.length()));
        }
        final var group = (Hdf5Group)obsm;
        final var node = group.child(name).orElse(null);
        if (node == null) {
            throw absent(name, List.copyOf(group.names()));
        }
        return content(name, node);
    }

    private Content content(final String name, final Hdf5Node node) throws IOException {
        if (node instanceof Hdf5Dataset data && ObsmReader.isMatrix(data)) {
            data.checkPlausible();
            final var matrix = MatrixNode.of(m_file, data);
            return new Content(new DenseRows(matrix), named(name, matrix.columns()));
        }
        if (node instanceof Hdf5Group group && ObsmReader.isFrame(group)) {
            final var frame = new FrameReader(m_file, group).read(m_notes);
            final var matrix = ObsmReader.matrix(frame);
            if (matrix != null) {
                final var var = new Frame(frame.columns().keySet().toArray(String[]::new), Map.of());
                return new Content(rows(matrix.copy(0, (int)matrix.rows()), matrix.columns()), var);
            }
        } else if (node instanceof Hdf5Group group && group.has("indptr")) {
            final var matrix = MatrixNode.of(m_file, group);
            if (matrix.storage() == H5adSummary.Storage.CSR) {
                return new Content(new CsrRows(matrix, Offsets.read(matrix), m_cells), named(name, matrix.columns()));
            }
        }
        throw fault(node.path(), "this is no matrix of numbers that can take the place of X.",
            "Choose another entry of obsm, or X.");
    }

    private static RowBlocks rows(final float[][] rows, final int columns) {
        return RowBlocks.of(rows.length == 0 ? CsrMatrix.wrap(0, columns, new long[1], new int[0], new float[0])
            : CsrMatrix.fromDense(rows));
    }

    /** An array has no names of its own; scvi-tools and others keep them as a list in uns. */
    private Frame named(final String name, final int columns) throws IOException {
        final List<Hdf5Dataset> lists = new ArrayList<>();
        final var uns = m_root.group("uns");
        for (final var entry : uns.isEmpty() ? List.<String> of() : List.copyOf(uns.get().names())) {
            final var data = uns.get().child(entry).orElse(null);
            if (data instanceof Hdf5Dataset list && list.type().kind() == Kind.TEXT
                && Arrays.equals(list.shape(), new long[]{columns})) {
                lists.add(list);
            }
        }
        final var stem = name.toLowerCase(Locale.ROOT).split("_")[0];
        final var related = lists.stream()
            .filter(l -> l.path().substring(l.path().lastIndexOf('/')).toLowerCase(Locale.ROOT).contains(stem))
            .findFirst();
        final var chosen = related.or(() -> lists.size() == 1 ? lists.stream().findFirst() : related);
        if (chosen.isPresent()) {
            m_notes.add("The columns of obsm '%s' are named by %s.".formatted(name, chosen.get().path()));
            return new Frame(chosen.get().strings(), Map.of());
        }
        m_notes.add("The columns of obsm '%s' have no names in the file and were numbered.".formatted(name));
        final var numbered = new String[columns];
        Arrays.setAll(numbered, i -> name + "_" + (i + 1));
        return new Frame(numbered, Map.of());
    }

    private MalformedAnnDataException absent(final String name, final List<String> there) {
        return fault("/obsm", "there is no matrix '%s' in obsm; %s.".formatted(name,
            there.isEmpty() ? "the file has none" : "there is " + String.join(", ", there)),
            "Choose one of these, or X.");
    }

    private MalformedAnnDataException fault(final String location, final String what, final String fix) {
        return new MalformedAnnDataException(m_file.path(), location, what, fix);
    }
}
