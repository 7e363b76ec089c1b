package org.scelmo.core.golden;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.scelmo.core.Progress;
import org.scelmo.core.io.h5ad.H5adFile;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.npy.NpyHeader;
import org.scelmo.core.matrix.CsrMatrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The reference results in {@code ../shared/golden}; tests that ask for them are skipped where the folder is absent. */
public final class GoldenData {

    private GoldenData() {
    }

    public static Path path(final String name) {
        final var folder = Path.of(System.getProperty("scelmo.shared", "../../../shared"), "golden");
        Assumptions.assumeTrue(Files.isDirectory(folder), "The reference data folder " + folder + " is absent");
        return folder.resolve(name);
    }

    public static JsonNode json(final String name) throws IOException {
        return new ObjectMapper().readTree(path(name).toFile());
    }

    /** Returns the lines without the heading, split at commas (no file read here quotes any); {@code .gz} is unpacked. */
    public static List<String[]> csv(final String name) throws IOException {
        try (var file = Files.newInputStream(path(name));
                var in = new BufferedReader(new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(file) : file,
                    StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    public static List<String> column(final String csv, final int column) throws IOException {
        return csv(csv).stream().map(cells -> cells[column]).toList();
    }

    /** Returns a float32 or float64 matrix in C or Fortran order. */
    public static double[][] npy(final String name) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path(name))))) {
            final var header = NpyHeader.read(in);
            final boolean single = header.descr().equals("<f4");
            final int rows = (int)header.shape()[0];
            final int columns = (int)header.shape()[1];
            final var bytes = ByteBuffer.wrap(in.readNBytes(rows * columns * (single ? 4 : 8)))
                .order(ByteOrder.LITTLE_ENDIAN);
            final var matrix = new double[rows][columns];
            for (int n = 0; n < rows * columns; n++) {
                final double value = single ? bytes.getFloat() : bytes.getDouble();
                if (header.fortranOrder()) {
                    matrix[n % rows][n / rows] = value;
                } else {
                    matrix[n / columns][n % columns] = value;
                }
            }
            return matrix;
        }
    }

    /** Returns a vector, or all elements of a matrix in the order of the file. */
    public static double[] npyVector(final String name) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path(name))))) {
            final var header = NpyHeader.read(in);
            final var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            final var vector = new double[(int)header.elements()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = switch (header.descr()) {
                    case "<f4" -> bytes.getFloat();
                    case "<f8" -> bytes.getDouble();
                    case "<i4" -> bytes.getInt();
                    default -> throw new IOException(name + " holds " + header.descr());
                };
            }
            return vector;
        }
    }

    public static float[][] npyFloat(final String name) throws IOException {
        final var matrix = npy(name);
        final var floats = new float[matrix.length][matrix[0].length];
        for (int i = 0; i < floats.length; i++) {
            for (int j = 0; j < floats[i].length; j++) {
                floats[i][j] = (float)matrix[i][j];
            }
        }
        return floats;
    }

    /** Returns X as a whole. */
    public static CsrMatrix h5adX(final String name) throws IOException {
        try (var file = H5adFile.open(path(name))) {
            final var x = file.read(Selection.x(), Progress.NONE).data().x().orElseThrow();
            try (var cursor = x.open()) {
                final var all = cursor.next(Integer.MAX_VALUE);
                Assertions.assertNull(cursor.next(1), "the reference data fit into one block");
                return all.checkStructure();
            }
        }
    }
}
