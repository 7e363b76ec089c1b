package org.scelmo.core.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import io.jhdf.HdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;

/**
 * Writes the small example as anndata 0.8 and later store it: X and layers as CSR, obs and var without missing values,
 * uns with texts and whole numbers; gzip. Everything passes through memory: not the writer for large data. No group is
 * left empty: jHDF 0.13 puts its footer behind the last dataset, over the header of an empty group that follows.
 */
final class DemoH5ad {

    private static final int GZIP_LEVEL = 9;

    private DemoH5ad() {
    }

    static void write(final AnnData data, final Path file) throws IOException {
        Files.deleteIfExists(file);
        try (var hdf = HdfFile.write(file)) {
            encoding(hdf, "anndata", "0.1.0");
            writeFrame(hdf.putGroup("obs"), data.obs());
            writeFrame(hdf.putGroup("var"), data.var());
            if (data.x().isPresent()) {
                writeCsr(hdf.putGroup("X"), whole(data.x().get()));
            }
            final var layers = dictionary(hdf, "layers");
            for (final var layer : data.layers().entrySet()) {
                writeCsr(layers.putGroup(layer.getKey()), whole(layer.getValue()));
            }
            final var uns = dictionary(hdf, "uns");
            data.uns().forEach((name, value) ->
                encoding(uns.putDataset(name, value), value instanceof String ? "string" : "numeric-scalar", "0.2.0"));
        }
    }

    private static CsrMatrix whole(final RowBlocks blocks) throws IOException {
        try (var cursor = blocks.open()) {
            final var matrix = cursor.next(Math.toIntExact(blocks.rows()));
            if (matrix == null || matrix.rows() != blocks.rows()) {
                throw new IOException("The example data do not fit into one block.");
            }
            return matrix;
        }
    }

    private static void writeCsr(final WritableGroup group, final CsrMatrix matrix) {
        encoding(group, "csr_matrix", "0.1.0");
        group.putAttribute("shape", new long[]{matrix.rows(), matrix.columns()});
        final int nnz = (int)matrix.nnz();
        final var indptr = new int[matrix.rows() + 1];
        Arrays.setAll(indptr, i -> (int)matrix.offsets()[i]);
        group.putDataset("data", Arrays.copyOf(matrix.values(), nnz), gzip());
        group.putDataset("indices", Arrays.copyOf(matrix.indices(), nnz), gzip());
        group.putDataset("indptr", indptr, gzip());
    }

    private static void writeFrame(final WritableGroup group, final Frame frame) {
        encoding(group, "dataframe", "0.2.0");
        group.putAttribute("_index", "_index");
        group.putAttribute("column-order", frame.columns().keySet().toArray(String[]::new));
        encoding(group.putDataset("_index", frame.index(), gzip()), "string-array", "0.2.0");
        for (final Map.Entry<String, Column> column : frame.columns().entrySet()) {
            writeColumn(group, column.getKey(), column.getValue());
        }
    }

    private static void writeColumn(final WritableGroup parent, final String name, final Column column) {
        if (column.missingCount() > 0) {
            throw new IllegalArgumentException("Column '%s' of the example has missing values.".formatted(name));
        }
        if (column instanceof CategoricalColumn categorical) {
            writeCategorical(parent.putGroup(name), categorical);
        } else if (column instanceof StringColumn text) {
            encoding(parent.putDataset(name, text.values(), gzip()), "string-array", "0.2.0");
        } else if (column instanceof IntegerColumn whole) {
            encoding(parent.putDataset(name, whole.values(), gzip()), "array", "0.2.0");
        } else if (column instanceof RealColumn real) {
            encoding(parent.putDataset(name, real.values(), gzip()), "array", "0.2.0");
        } else if (column instanceof BooleanColumn truth) {
            encoding(parent.putDataset(name, new HdfBooleanDataset(truth.values(), name, parent)), "array", "0.2.0");
        }
    }

    private static void writeCategorical(final WritableGroup group, final CategoricalColumn column) {
        encoding(group, "categorical", "0.2.0");
        group.getAttributes().put("ordered", new HdfBooleanAttribute("ordered", group, column.ordered()));
        final var codes = new byte[column.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte)column.codes()[i];
        }
        encoding(group.putDataset("codes", codes, gzip()), "array", "0.2.0");
        encoding(group.putDataset("categories", column.categories().toArray(String[]::new)), "string-array", "0.2.0");
    }

    private static WritableGroup dictionary(final WritableGroup parent, final String name) {
        final var group = parent.putGroup(name);
        encoding(group, "dict", "0.1.0");
        return group;
    }

    private static void encoding(final WritableNode node, final String type, final String version) {
        node.putAttribute("encoding-type", type);
        node.putAttribute("encoding-version", version);
    }

    private static DatasetCreationOptions gzip() {
        return DatasetCreationOptions.builder().shuffle().deflate(GZIP_LEVEL).build();
    }
}
