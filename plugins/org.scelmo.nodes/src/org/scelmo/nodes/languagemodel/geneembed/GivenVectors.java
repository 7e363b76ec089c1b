package org.scelmo.nodes.languagemodel.geneembed;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.knime.core.data.DataRow;
import org.scelmo.core.Progress;
import org.scelmo.llm.cache.VectorAnswer;
import org.scelmo.llm.cost.Spending;
import org.scelmo.llm.model.Usage;
import org.scelmo.llm.run.Embedded;
import org.scelmo.llm.run.RowStatus;
import org.scelmo.llm.run.RunSummary;
import org.scelmo.nodes.support.RowNames;
import org.scelmo.nodes.support.VectorCells;

/** Takes the vectors that a column of the table holds: nothing is asked, each row is checked. */
final class GivenVectors implements RowVectors.Way {

    private static final int ROWS_PER_REPORT = 256;

    private final RowNames m_names;

    private final VectorCells m_vectors;

    private int m_dimensions;

    /**
     * @param names of the vectors
     * @param vectors where they stand
     * @param dimensions how long they must be; empty for as long as the first whole one
     */
    GivenVectors(final RowNames names, final VectorCells vectors, final OptionalInt dimensions) {
        m_names = names;
        m_vectors = vectors;
        m_dimensions = dimensions.orElse(0);
    }

    @Override
    public RunSummary run(final Iterator<DataRow> rows, final long count, final Consumer<Embedded> sink,
        final Progress progress) {
        final Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
        for (long done = 0; rows.hasNext(); done++) {
            if (done % ROWS_PER_REPORT == 0) {
                final long read = done;
                progress.checkCanceled();
                progress.update((double)done / count, () -> "Row %,d of %,d".formatted(read, count));
            }
            final var embedded = of(rows.next());
            counts.merge(embedded.status(), 1L, Long::sum);
            sink.accept(embedded);
        }
        return new RunSummary(counts, Spending.NOTHING, 0, Optional.empty());
    }

    @Override
    public String remedy() {
        return "Repair such rows, or filter them out before this node.";
    }

    private Embedded of(final DataRow row) {
        final var name = m_names.of(row);
        final var vector = m_vectors.of(row);
        final var problem = problem(name, vector);
        if (problem.isEmpty()) {
            m_dimensions = vector.length;
        }
        return new Embedded(name == null ? "" : name, problem.isEmpty() ? RowStatus.OK : RowStatus.ERROR,
            problem.isEmpty() ? Optional.of(new VectorAnswer(vector, "", 0)) : Optional.empty(), problem, Usage.NONE,
            BigDecimal.ZERO, "", Optional.empty());
    }

    /** @return what is wrong with a row, as a sentence; empty if nothing is */
    private String problem(final String name, final float[] vector) {
        if (name == null) {
            return "The name is missing.";
        }
        if (vector == null) {
            return "The vector is missing or empty.";
        }
        final int bad = VectorCells.firstNotFinite(vector);
        if (bad >= 0) {
            return "Number %d of the %d of the vector is missing, NaN or infinite.".formatted(bad + 1, vector.length);
        }
        return m_dimensions == 0 || vector.length == m_dimensions ? ""
            : "The vector has %d numbers instead of %d.".formatted(vector.length, m_dimensions);
    }
}
