package org.scelmo.core.preprocess;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.databind.JsonNode;

/** A data set with what scanpy 1.9.8 made of it, prepared as scanpy's was. */
record ScanpyData(String name, AnnData data, JsonNode golden) {

    static ScanpyData of(final String name) throws IOException {
        final var golden = GoldenData.json(name + "/preprocess.json");
        final var path = GoldenData.path("../" + golden.get("input").asText());
        try (var file = H5adFile.open(path)) {
            final var data = file.read(Selection.x(), Progress.NONE).data();
            final var x = RowBlocks.of(whole(data.x().orElseThrow()));
            return new ScanpyData(name, AnnData.of(x, data.obs(), data.var()), golden);
        }
    }

    /** The whole matrix, which may come in several blocks. */
    static CsrMatrix whole(final RowBlocks x) throws IOException {
        final var offsets = new long[(int)x.rows() + 1];
        int[] indices = new int[0];
        float[] values = new float[0];
        int row = 0;
        try (var cursor = x.open()) {
            for (var block = cursor.next(Integer.MAX_VALUE); block != null; block = cursor.next(Integer.MAX_VALUE)) {
                final int before = (int)offsets[row];
                final int count = (int)block.nnz();
                indices = Arrays.copyOf(indices, before + count);
                values = Arrays.copyOf(values, before + count);
                System.arraycopy(block.indices(), 0, indices, before, count);
                System.arraycopy(block.values(), 0, values, before, count);
                for (int i = 0; i < block.rows(); i++) {
                    offsets[++row] = before + block.offsets()[i + 1];
                }
            }
        }
        return CsrMatrix.wrap(row, x.columns(), offsets, indices, values).checkStructure();
    }

    RowBlocks x() {
        return data.x().orElseThrow();
    }

    /** Whether the file holds counts; the others hold log-normalized expression. */
    boolean hasCounts() {
        return golden.has("counts");
    }

    /** The genes that some cell has, as counts or logarithms as they are in the file. */
    AnnData expressed() throws IOException {
        final var atLeastOne = new Limits(1, Double.POSITIVE_INFINITY);
        final var filter = new CellGeneFilter(Limits.NONE, Limits.NONE, Limits.NONE, Limits.NONE, atLeastOne);
        final var result = filter.apply(x(), new boolean[data.genes()], Progress.NONE);
        return data.select(result.keptCells(), result.keptGenes());
    }

    /** Log-normalized expression of the data. */
    RowBlocks logNormalized(final RowBlocks x) {
        return hasCounts() ? Normalization.log1p(Normalization.total(x, 1e4)) : x;
    }

    /** Rows of a gzipped table by their name, in order of the columns' names. */
    Map<String, Map<String, String>> table(final String file) throws IOException {
        final Map<String, Map<String, String>> rows = new HashMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(GoldenData.path(name + "/" + file))), StandardCharsets.UTF_8))) {
            final var heading = cells(in.readLine());
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                final var cells = cells(line);
                final Map<String, String> row = new HashMap<>();
                for (int j = 1; j < cells.size(); j++) {
                    row.put(heading.get(j), cells.get(j));
                }
                rows.put(cells.get(0), row);
            }
        }
        return rows;
    }

    /** Bins such as "(1, 2]" are quoted, as they hold a comma. */
    private static List<String> cells(final String line) {
        final var cells = new ArrayList<String>();
        final var cell = new StringBuilder();
        boolean quoted = false;
        for (final char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
