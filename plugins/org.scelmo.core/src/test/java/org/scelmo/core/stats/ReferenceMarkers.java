package org.scelmo.core.stats;

import java.io.IOException;
import java.util.stream.IntStream;

import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.golden.GoldenData;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.MappedBlocks;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.CellGeneFilter;
import org.scelmo.core.preprocess.Limits;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells, groups and what scanpy 1.9.8's {@code rank_genes_groups} found. */
record ReferenceMarkers(RowBlocks x, String[] genes, Groups groups, JsonNode golden) {

    static ReferenceMarkers of(final String name) throws IOException {
        final var golden = GoldenData.json(name + "/deg/deg.json");
        try (var file = H5adFile.open(GoldenData.path("../" + golden.get("input").asText()))) {
            final var data = expressed(file.read(Selection.x(), Progress.NONE).data());
            final var x = new MappedBlocks(data.x().orElseThrow(), ReferenceMarkers::logNormalize);
            final var groups = Groups.of(data.obs().column(golden.get("group_key").asText()).orElseThrow());
            return new ReferenceMarkers(RowBlocks.of(copy(x)), data.var().index(), groups, golden);
        }
    }

    private static AnnData expressed(final AnnData data) throws IOException {
        final var filter = new CellGeneFilter(Limits.NONE, Limits.NONE, Limits.NONE, Limits.NONE,
            new Limits(3, Double.POSITIVE_INFINITY));
        final var result = filter.apply(data.x().orElseThrow(), new boolean[data.genes()], Progress.NONE);
        return data.select(result.keptCells(), result.keptGenes());
    }

    /** As scanpy computes it, each step in float32: another last bit makes or breaks ties. */
    private static void logNormalize(final long row, final CsrMatrix block, final int local, final float[] out) {
        float sum = 0;
        for (int e = block.begin(local); e < block.end(local); e++) {
            sum += block.values()[e];
        }
        final float factor = 1 / (sum / 1e4f);
        for (int e = block.begin(local); e < block.end(local); e++) {
            out[e] = (float)Math.log1p(block.values()[e] * factor);
        }
    }

    /** All cells in memory, as the file is closed. */
    private static CsrMatrix copy(final RowBlocks x) throws IOException {
        final var dense = new float[(int)x.rows()][x.columns()];
        int row = 0;
        try (var cursor = x.open()) {
            for (var block = cursor.next(1000); block != null; block = cursor.next(1000)) {
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int e = block.begin(i); e < block.end(i); e++) {
                        dense[row][block.indices()[e]] = block.values()[e];
                    }
                }
            }
        }
        return CsrMatrix.fromDense(dense);
    }

    ComparedGroups withRest() {
        return new ComparedGroups(groups, IntStream.range(0, groups.count()).toArray(), ComparedGroups.REST);
    }
}
