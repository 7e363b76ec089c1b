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

class ConcatenatedBlocksTest {

    private static final int COLUMNS = 5;

    private static final CsrMatrix ROW = CsrMatrix.fromDense(new float[][]{{1, 0}});

    @Property(tries = 200)
    void rowsOfAllPartsFollowEachOther(
        @ForAll @Size(min = 1, max = 4) final List<@IntRange(max = 7) Integer> sizes, @ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 9) final int maxRows, @ForAll @IntRange(max = 30) final int start)
        throws IOException {
        final var parts = new ArrayList<RowBlocks>();
        final var rows = new ArrayList<float[]>();
        for (int i = 0; i < sizes.size(); i++) {
            final var part = RowBlocks.of(RandomMatrices.sparse(sizes.get(i), COLUMNS, 0.4, seed + i));
            parts.add(part);
            rows.addAll(List.of(Streamed.dense(part)));
        }
        final var joint = new ConcatenatedBlocks(parts);
        assertEquals(rows.size(), joint.rows());
        assertEquals(parts.stream().mapToLong(RowBlocks::nnz).sum(), joint.nnz());
        final int first = Math.min(start, rows.size());
        assertArrayEquals(rows.stream().skip(first).toArray(float[][]::new), Streamed.dense(joint, first, maxRows));
    }

    @Test
    void blocksAreGivenBackOnlyToThePartTheyAreFrom() throws IOException {
        final var given = new ArrayList<String>();
        try (var cursor = new ConcatenatedBlocks(List.of(part("a", given), part("b", given))).open()) {
            final var first = cursor.next(1);
            cursor.recycle(first);
            final var second = cursor.next(1);
            cursor.recycle(first);
            cursor.recycle(second);
        }
        assertEquals(List.of("a", "b"), given);
    }

    private static RowBlocks part(final String name, final List<String> given) {
        return new RowBlocks() {
            @Override
            public long rows() {
                return 1;
            }

            @Override
            public int columns() {
                return 2;
            }

            @Override
            public long nnz() {
                return -1;
            }

            @Override
            public Cursor open(final long firstRow) throws IOException {
                final var cursor = RowBlocks.of(ROW).open(firstRow);
                return new Cursor() {
                    @Override
                    public CsrMatrix next(final int maxRows) throws IOException {
                        return cursor.next(maxRows);
                    }

                    @Override
                    public void recycle(final CsrMatrix block) {
                        given.add(name);
                    }

                    @Override
                    public long position() {
                        return cursor.position();
                    }

                    @Override
                    public void close() throws IOException {
                        cursor.close();
                    }
                };
            }
        };
    }

    @Test
    void entriesOfAPartThatAreNotCountedAreNotCounted() {
        assertEquals(-1, new ConcatenatedBlocks(List.of(RowBlocks.of(ROW), part("a", List.of()))).nnz());
    }

    @Test
    void partsOfDifferentWidthsAreRefused() {
        final var parts = Stream.of(2, 3).map(n -> RowBlocks.of(RandomMatrices.sparse(1, n, 1, 1))).toList();
        assertThrows(IllegalArgumentException.class, () -> new ConcatenatedBlocks(parts));
        assertThrows(IllegalArgumentException.class, () -> new ConcatenatedBlocks(List.of()));
    }
}
