package org.scelmo.core.io.h5ad.write;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.anndata.StringColumn;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.RowBlocks;

/** Annotated data with everything that the model can hold, in any combination. */
final class RandomData {

    private static final String[] WORDS = {"CD4 T", "ß-Zelle", "", "单核", "a/b", " lead", "nan", "\uD83E\uDDEC", "x\ty"};

    private final Random m_random;

    RandomData(final long seed) {
        m_random = new Random(seed);
    }

    AnnData any() {
        return any(m_random.nextInt(40), m_random.nextInt(30));
    }

    AnnData any(final int cells, final int genes) {
        AnnData data = AnnData.of(m_random.nextInt(5) == 0 ? null : sparse(cells, genes), frame("cell", cells),
            frame("gene", genes));
        for (int i = m_random.nextInt(3); i > 0; i--) {
            data = data.withLayer("layer " + i, sparse(cells, genes));
            data = data.withObsm("X_" + i, dense(cells, 1 + m_random.nextInt(5)));
            data = data.withVarm("PCs " + i, dense(genes, 1 + m_random.nextInt(5)));
            data = data.withObsp("graph " + i, sparse(cells, cells));
        }
        data = data.withUns("title", WORDS[m_random.nextInt(WORDS.length)]).withUns("n", m_random.nextLong())
            .withUns("p", m_random.nextDouble()).withUns("yes", m_random.nextBoolean());
        return data.withUns("nested", Map.of("words", List.of(WORDS), "whole", List.of(1L, -5L), "truths",
            List.of(true, false), "deeper", Map.of("real", List.of(0.5, -1.25e300)), "none", List.of()));
    }

    private RowBlocks sparse(final int cells, final int genes) {
        final var rows = new float[cells][genes];
        for (final var row : rows) {
            for (int j = 0; j < genes; j++) {
                row[j] = m_random.nextInt(4) == 0 ? (float)m_random.nextGaussian() : 0;
            }
        }
        final var matrix = CsrMatrix.fromDense(rows);
        return RowBlocks.of(CsrMatrix.wrap(cells, genes, matrix.offsets(), matrix.indices(), matrix.values()));
    }

    private DenseMatrix dense(final int cells, final int dimensions) {
        final var rows = new float[cells][dimensions];
        for (final var row : rows) {
            for (int j = 0; j < dimensions; j++) {
                row[j] = (float)m_random.nextGaussian();
            }
        }
        return DenseMatrix.of(rows, dimensions);
    }

    private Frame frame(final String what, final int size) {
        final var index = new String[size];
        Arrays.setAll(index, i -> what + (i % 3 == 0 ? "-ä" : "-") + i);
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = m_random.nextInt(9); i > 0; i--) {
            columns.put("column " + (char)('z' - i), column(size, m_random.nextInt(5), m_random.nextBoolean()));
        }
        return new Frame(index, columns);
    }

    private Column column(final int size, final int kind, final boolean holes) {
        final var missing = new boolean[size];
        for (int i = 0; i < size; i++) {
            missing[i] = holes && m_random.nextInt(3) == 0;
        }
        final int categories = m_random.nextInt(3) == 0 ? 200 : 4;
        final var texts = new String[size];
        final var codes = new int[size];
        final var reals = new double[size];
        final var booleans = new boolean[size];
        for (int i = 0; i < size; i++) {
            texts[i] = missing[i] ? null : WORDS[m_random.nextInt(WORDS.length)];
            codes[i] = missing[i] ? -1 : m_random.nextInt(categories);
            reals[i] = missing[i] ? Double.NaN : m_random.nextGaussian() * 1e10;
            booleans[i] = m_random.nextBoolean();
        }
        return switch (kind) {
            case 0 -> new StringColumn(texts);
            case 1 -> new CategoricalColumn(codes, names(categories), m_random.nextBoolean());
            case 2 -> new IntegerColumn(m_random.longs(size).toArray(), missing);
            case 3 -> new RealColumn(reals);
            default -> new BooleanColumn(booleans, holes ? missing : null);
        };
    }

    private static List<String> names(final int count) {
        final var names = new String[count];
        Arrays.setAll(names, i -> "Typ " + (count - i));
        return List.of(names);
    }
}
