package org.scelmo.core.io.tenx;

import java.nio.file.Path;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;

/** Writes small files as Cell Ranger does: three cells, four features. */
public final class TenxFiles {

    private static final String[] BARCODES = {"AAACCCAAGGAGAGTA-1", "AAACGCTTCAGCCCAG-1", "AAAGAACAGACGACTG-1"};
    private static final String[] IDS = {"ENSG01", "ENSG02", "ENSG03", "CD3_TotalSeqB"};
    private static final String[] NAMES = {"CD3E", "LYZ", "LYZ", "CD3"};

    /** Cells × features. */
    public static final float[][] X = {{1, 0, 2, 9}, {0, 0, 0, 0}, {0, 3, 0, 7}};

    private TenxFiles() {
    }

    public static Path version3(final Path path) {
        try (var hdf = HdfFile.write(path)) {
            final var matrix = hdf.putGroup("matrix");
            putMatrix(matrix, 4);
            final var features = matrix.putGroup("features");
            features.putDataset("id", IDS);
            features.putDataset("name", NAMES);
            features.putDataset("feature_type",
                new String[]{"Gene Expression", "Gene Expression", "Gene Expression", "Antibody Capture"});
            features.putDataset("genome", new String[]{"GRCh38", "GRCh38", "mm10", ""});
            features.putDataset("pattern", new String[]{"", "", "", "5PNNNN(BC)"});
        }
        return path;
    }

    /** @param features as the shape claims; 4 is right */
    public static Path version2(final Path path, final int features) {
        try (var hdf = HdfFile.write(path)) {
            final var genome = hdf.putGroup("GRCh38");
            putMatrix(genome, features);
            genome.putDataset("genes", IDS);
            genome.putDataset("gene_names", NAMES);
        }
        return path;
    }

    private static void putMatrix(final WritableGroup group, final int features) {
        group.putDataset("barcodes", BARCODES);
        // Cell Ranger's indices within a cell descend
        group.putDataset("data", new int[]{9, 2, 1, 7, 3});
        group.putDataset("indices", new long[]{3, 2, 0, 3, 1});
        group.putDataset("indptr", new long[]{0, 3, 3, 5});
        group.putDataset("shape", new int[]{features, 3});
    }
}
