package org.scelmo.nodes.insilico.delete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.scelmo.core.insilico.DeletionScore;
import org.scelmo.core.insilico.GroupMeans;
import org.scelmo.nodes.support.Tables;

/** Rows of both output tables, collected cell type by cell type. */
final class ScoreTables {

    static final DataTableSpec SCORES = new DataTableSpec(Tables.column("Gene", StringCell.TYPE),
        Tables.column("Cell type", StringCell.TYPE), Tables.column("CS old", DoubleCell.TYPE),
        Tables.column("CS new", DoubleCell.TYPE), Tables.column("Score", DoubleCell.TYPE),
        Tables.column("Candidate", BooleanCell.TYPE), Tables.column("CI low", DoubleCell.TYPE),
        Tables.column("CI high", DoubleCell.TYPE), Tables.column("p", DoubleCell.TYPE),
        Tables.column("q", DoubleCell.TYPE), Tables.column("Mean expression", DoubleCell.TYPE),
        Tables.column("Share of cells", DoubleCell.TYPE), Tables.column("Difference", DoubleCell.TYPE),
        Tables.column("Matched genes", IntCell.TYPE), Tables.column("Mean score of matched", DoubleCell.TYPE));

    static final DataTableSpec PAIRS = new DataTableSpec(Tables.column("Gene 1", StringCell.TYPE),
        Tables.column("Gene 2", StringCell.TYPE), Tables.column("Cell type", StringCell.TYPE),
        Tables.column("Score", DoubleCell.TYPE), Tables.column("Sum of single scores", DoubleCell.TYPE),
        Tables.column("Synergy", DoubleCell.TYPE));

    private final String[] m_names;
    private final List<DataCell[]> m_scores = new ArrayList<>();
    private final List<DataCell[]> m_pairs = new ArrayList<>();

    /** @param names a name per gene */
    ScoreTables(final String[] names) {
        m_names = names;
    }

    List<DataCell[]> scores() {
        return m_scores;
    }

    List<DataCell[]> pairs() {
        return m_pairs;
    }

    /** Best score first; without score last. */
    static List<DeletionScore> ranked(final List<DeletionScore> scores) {
        return scores.stream().sorted(Comparator.comparingDouble(
            (DeletionScore s) -> Double.isNaN(s.score()) ? Double.POSITIVE_INFINITY : -s.score())).toList();
    }

    void add(final String type, final double before, final List<DeletionScore> ranked, final GroupMeans means) {
        for (final var s : ranked) {
            final int j = s.gene();
            m_scores.add(new DataCell[]{text(m_names[j]), text(type), number(before), number(s.after()),
                number(s.score()), BooleanCellFactory.create(s.isCandidate()), number(s.low()), number(s.high()),
                number(s.p()),
                number(s.q()), number(means.mean(j)), number(means.fraction()[j]), number(means.difference(j)),
                new IntCell(s.matched()), number(s.matchedMean())});
        }
    }

    void addPair(final String type, final int[] pair, final double score, final double sum) {
        m_pairs.add(new DataCell[]{text(m_names[pair[0]]), text(m_names[pair[1]]), text(type), number(score),
            number(sum), number(score - sum)});
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }

    private static DataCell number(final double number) {
        return Double.isNaN(number) ? DataType.getMissingCell() : new DoubleCell(number);
    }
}
