package org.scelmo.llm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.scelmo.core.Progress;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowBlocks;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CellSentencesTest {

    private static final List<String> GENES = List.of("INS", "GCG", "SST", "PPY", "GHRL", "TTR");

    @Test
    void genesAreNamedByExpressionAndTiesByLaterColumn() throws IOException {
        assertEquals(List.of("A cell with genes ranked by expression: SST TTR INS PPY GCG"),
            sentences(new CellSentences(GENES), new float[][]{{2, 0.5f, 7, 1, 0, 2}}));
    }

    @Test
    void emptyCellHasNoSentenceAndLongOnesAreCut() throws IOException {
        assertEquals(List.of("", "Cell: TTR GHRL"),
            sentences(new CellSentences(GENES, 2, "Cell: "), new float[][]{{0, 0, -1, 0, 0, 0}, {1, 1, 1, 1, 1, 1}}));
    }

    @Test
    void valueThatIsNoNumberIsToldWithItsPlace() {
        final var e = assertThrows(NonFiniteValueException.class,
            () -> sentences(new CellSentences(GENES), new float[][]{{1, 0, 0, 0, 0, 0}, {0, 0, 0, Float.NaN, 0, 0}}));
        assertEquals("The expression matrix X holds NaN in row 1, column 3 (counted from 0).", e.getMessage());
    }

    @Test
    void namesMustFitTheMatrix() {
        assertThrows(IllegalArgumentException.class,
            () -> sentences(new CellSentences(List.of("INS")), new float[][]{{1, 2}}));
    }

    @Property
    void orderIsThatOfAStableSort(@ForAll @Size(6) final List<@FloatRange(min = 0, max = 3) Float> row,
        @ForAll @IntRange(min = 1, max = 6) final int most) throws IOException {
        final var values = new float[1][6];
        IntStream.range(0, 6).forEach(j -> values[0][j] = Math.round(row.get(j)));
        final var expected = IntStream.range(0, 6).boxed().filter(j -> values[0][j] > 0)
            .sorted(Comparator.<Integer>comparingDouble(j -> -values[0][j]).thenComparing(j -> -j)).limit(most)
            .map(GENES::get).toList();
        assertEquals(String.join(" ", expected), sentences(new CellSentences(GENES, most, ""), values).get(0));
    }

    private static List<String> sentences(final CellSentences writer, final float[][] x) throws IOException {
        final var sentences = new ArrayList<String>();
        writer.write(RowBlocks.of(CsrMatrix.fromDense(x)), sentences::add, Progress.NONE);
        return sentences;
    }
}
