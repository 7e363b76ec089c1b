package org.scelmo.adaptor.golden;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Assumptions;
import org.scelmo.core.io.npy.NpyHeader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The reference results in {@code ../shared/golden}; tests that ask for them are skipped where the folder is absent. */
public final class Golden {

    private Golden() {
    }

    public static Path path(final String name) {
        final var folder = Path.of(System.getProperty("scelmo.shared", "../../../shared"), "golden");
        Assumptions.assumeTrue(Files.isDirectory(folder), "The reference data folder " + folder + " is absent");
        return folder.resolve(name);
    }

    public static JsonNode json(final String name) throws IOException {
        return new ObjectMapper().readTree(path(name).toFile());
    }

    /** @return numbers of a JSON array of arrays */
    public static double[][] matrix(final JsonNode node) {
        final var rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(node.get(i));
        }
        return rows;
    }

    public static double[] vector(final JsonNode node) {
        final var values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).asDouble();
        }
        return values;
    }

    /** @return float32, float64 or int64 numbers of one or two axes, in C order; one axis is one row */
    public static double[][] npy(final String name) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(path(name)))) {
            final var header = NpyHeader.read(in);
            if (header.fortranOrder()) {
                throw new IOException("Not in C order: " + name);
            }
            final var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            final int rows = header.shape().length == 1 ? 1 : (int)header.shape()[0];
            final var values = new double[rows][(int)(header.elements() / rows)];
            for (final var row : values) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = switch (header.descr()) {
                        case "<f4" -> bytes.getFloat();
                        case "<f8" -> bytes.getDouble();
                        case "<i8" -> bytes.getLong();
                        default -> throw new IOException("Unexpected elements: " + header.descr());
                    };
                }
            }
            return values;
        }
    }

    public static int[] labels(final String name) throws IOException {
        return Arrays.stream(npy(name)[0]).mapToInt(x -> (int)x).toArray();
    }
}
