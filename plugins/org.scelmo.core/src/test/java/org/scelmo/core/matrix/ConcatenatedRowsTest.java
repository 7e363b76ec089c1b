package org.scelmo.core.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ConcatenatedRowsTest {

    @Property(tries = 200)
    void anyRowsCanBeRead(@ForAll @Size(min = 1, max = 4) final List<@IntRange(max = 7) Integer> sizes,
        @ForAll final long seed, @ForAll @IntRange(max = 30) final int from, @ForAll @IntRange(max = 30) final int to)
        throws IOException {
        final var parts = new ArrayList<DenseMatrix>();
        final var rows = new ArrayList<float[]>();
        for (int i = 0; i < sizes.size(); i++) {
            final var part = RandomMatrices.dense(sizes.get(i), 3, seed + i);
            parts.add(DenseMatrix.of(part, 3));
            rows.addAll(List.of(part));
        }
        final var joint = new ConcatenatedRows(parts);
        assertEquals(rows.size(), joint.rows());
        final int first = Math.min(Math.min(from, to), rows.size());
        final int end = Math.min(Math.max(from, to), rows.size());
        assertArrayEquals(rows.subList(first, end).toArray(float[][]::new), joint.copy(first, end - first));
    }

    @Test
    void partsOfDifferentWidthsAreRefused() {
        final var parts = Stream.of(2, 3).map(n -> DenseMatrix.of(new float[1][n], n)).toList();
        assertThrows(IllegalArgumentException.class, () -> new ConcatenatedRows(parts));
    }
}
