package org.scelmo.nodes.insilico.delete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.scelmo.core.insilico.DeletionScore;
import org.scelmo.core.insilico.GeneSetScore;
import org.scelmo.core.insilico.GroupMeans;
import org.scelmo.nodes.support.Tables;

/** Rows of the output tables, collected cell type by cell type. */
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

    static final DataTableSpec SETS = new DataTableSpec(Tables.column("Gene set", StringCell.TYPE),
        Tables.column("Cell type", StringCell.TYPE), Tables.column("Genes deleted", IntCell.TYPE),
        Tables.column("Set size", IntCell.TYPE), Tables.column("CS old", DoubleCell.TYPE),
        Tables.column("CS new", DoubleCell.TYPE), Tables.column("Score", DoubleCell.TYPE),
        Tables.column("Candidate", BooleanCell.TYPE), Tables.column("CI low", DoubleCell.TYPE),
        Tables.column("CI high", DoubleCell.TYPE), Tables.column("p", DoubleCell.TYPE),
        Tables.column("q", DoubleCell.TYPE), Tables.column("Random sets", IntCell.TYPE),
        Tables.column("Mean score of random sets", DoubleCell.TYPE), Tables.column("Genes", StringCell.TYPE));

    private final String[] m_names;
    private final List<DataCell[]> m_scores = new ArrayList<>();
    private final List<DataCell[]> m_pairs = new ArrayList<>();
    private final List<DataCell[]> m_sets = new ArrayList<>();

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

    List<DataCell[]> sets() {
        return m_sets;
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
                number(s.p()), number(s.q()), number(means.mean(j)), number(means.fraction()[j]),
                number(means.difference(j)), new IntCell(s.matched()), number(s.matchedMean())});
        }
    }

    void addPair(final String type, final int[] pair, final double score, final double sum) {
        m_pairs.add(new DataCell[]{text(m_names[pair[0]]), text(m_names[pair[1]]), text(type), number(score),
            number(sum), number(score - sum)});
    }

    /** The best score first; without score last. */
    void addSets(final String type, final double before, final DeletedSets sets, final List<GeneSetScore> scores) {
        final var order = IntStream.range(0, scores.size()).boxed().sorted(Comparator.comparingDouble(
            i -> Double.isNaN(scores.get(i).score()) ? Double.POSITIVE_INFINITY : -scores.get(i).score())).toList();
        for (final int i : order) {
            final var s = scores.get(i);
            final var columns = sets.columns()[i];
            final var genes = IntStream.of(columns).mapToObj(j -> m_names[j]).collect(Collectors.joining(", "));
            m_sets.add(new DataCell[]{text(sets.sets().get(i).name()), text(type), new IntCell(columns.length),
                new IntCell(sets.sets().get(i).genes().size()), number(before), number(s.after()), number(s.score()),
                BooleanCellFactory.create(s.isCandidate()), number(s.low()), number(s.high()), number(s.p()),
                number(s.q()), new IntCell(s.matched()), number(s.matchedMean()), text(genes)});
        }
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }

    private static DataCell number(final double number) {
        return Double.isNaN(number) ? DataType.getMissingCell() : new DoubleCell(number);
    }
}
