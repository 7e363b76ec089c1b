package org.scelmo.core.preprocess;

import java.io.IOException;
import java.util.stream.StreamSupport;

import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.RowBlocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Made-up data with what skmisc 0.1.4 and, on top of it, the formulas of scanpy's flavor seurat_v3 make of them. */
final class SkmiscData {

    private SkmiscData() {
    }

    static JsonNode read() throws IOException {
        try (var in = SkmiscData.class.getResourceAsStream("seurat_v3.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** Numbers; NaN where there is none. */
    static double[] numbers(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
            .mapToDouble(n -> n.isNull() ? Double.NaN : n.asDouble()).toArray();
    }

    static RowBlocks counts(final JsonNode rows) {
        final var dense = new float[rows.size()][];
        for (int i = 0; i < dense.length; i++) {
            final var cells = rows.get(i).asText().split(" ");
            dense[i] = new float[cells.length];
            for (int j = 0; j < cells.length; j++) {
                dense[i][j] = Float.parseFloat(cells[j]);
            }
        }
        return RowBlocks.of(CsrMatrix.fromDense(dense));
    }
}
