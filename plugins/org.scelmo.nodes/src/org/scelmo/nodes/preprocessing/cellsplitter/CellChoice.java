package org.scelmo.nodes.preprocessing.cellsplitter;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.IntegerColumn;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.annotate.NumpySplit;
import org.scelmo.core.annotate.StratifiedSplit;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Which cells the settings choose. */
final class CellChoice {

    private CellChoice() {
    }

    /** @throws InvalidSettingsException if an annotation is missing, or of a kind that cannot choose cells so */
    static void check(final CellSplitterParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        switch (parameters.m_by) {
            case VALUES -> checkLabel(parameters.m_annotation, data);
            case RANGE -> {
                if (!isNumber(find(parameters.m_numbers, data).kind())) {
                    throw Messages.invalid("The annotation '%s' holds no numbers.".formatted(parameters.m_numbers),
                        "Choose another annotation in the dialog.", "Choose cells by values.");
                }
            }
            case RANDOM -> {
                if (!AnnDataChoices.isNone(parameters.m_strata)) {
                    checkLabel(parameters.m_strata, data);
                }
            }
        }
    }

    private static boolean isNumber(final Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.REAL;
    }

    private static void checkLabel(final String name, final AnnDataOutline data) throws InvalidSettingsException {
        if (!find(name, data).kind().isLabel()) {
            throw Messages.invalid("The annotation '%s' holds real numbers, which are no groups.".formatted(name),
                "Choose another annotation in the dialog.", "Choose cells by numbers.");
        }
    }

    private static ColumnOutline find(final String name, final AnnDataOutline data) throws InvalidSettingsException {
        return data.obsColumn(name).orElseThrow(
            () -> Messages.invalid("The cells have no annotation '%s'.".formatted(name),
                "Choose another annotation in the dialog; there are: %s.".formatted(
                    String.join(", ", data.obs().stream().map(ColumnOutline::name).toList()))));
    }

    /** @return positions of the cells that the settings choose, whose annotations are there */
    static BitSet of(final CellSplitterParameters parameters, final Frame obs, final Warnings warnings) {
        return switch (parameters.m_by) {
            case VALUES -> values(parameters, obs.column(parameters.m_annotation).orElseThrow(), warnings);
            case RANGE -> range(parameters, obs.column(parameters.m_numbers).orElseThrow(), warnings);
            case RANDOM -> random(parameters, obs);
        };
    }

    private static BitSet values(final CellSplitterParameters parameters, final Column column,
        final Warnings warnings) {
        final var there = new LinkedHashSet<String>();
        IntStream.range(0, column.size()).filter(i -> !column.isMissing(i)).forEach(i -> there.add(column.text(i)));
        final var chosen = new HashSet<>(List.of(parameters.m_values.filter(there.toArray(String[]::new))));
        warnMissing(column, parameters.m_annotation, warnings);
        return where(column, i -> chosen.contains(column.text(i)));
    }

    private static BitSet range(final CellSplitterParameters parameters, final Column column, final Warnings warnings) {
        final double min = parameters.m_min.orElse(Double.NEGATIVE_INFINITY);
        final double max = parameters.m_max.orElse(Double.POSITIVE_INFINITY);
        warnMissing(column, parameters.m_numbers, warnings);
        if (column instanceof IntegerColumn whole) {
            return where(column, i -> whole.values()[i] >= min && whole.values()[i] <= max);
        }
        final var values = ((RealColumn)column).values();
        return where(column, i -> values[i] >= min && values[i] <= max);
    }

    private static BitSet random(final CellSplitterParameters parameters, final Frame obs) {
        try {
            final var split = AnnDataChoices.isNone(parameters.m_strata)
                ? NumpySplit.ofTrain(obs.size(), parameters.m_share, parameters.m_seed)
                : StratifiedSplit.of(Groups.of(obs.column(parameters.m_strata).orElseThrow()), parameters.m_share,
                    parameters.m_seed);
            final var chosen = new BitSet(obs.size());
            IntStream.of(split.train()).forEach(chosen::set);
            return chosen;
        } catch (final IllegalArgumentException e) {
            throw new ScelmoException(e, e.getMessage(), "Choose another share.",
                "Stratify by an annotation with fewer values, or by none.");
        }
    }

    /**
     * @param names of cells
     * @return positions of the cells that bear them
     */
    static BitSet named(final Collection<String> names, final Frame obs, final Warnings warnings) {
        final var wanted = new HashSet<>(names);
        final var chosen = new BitSet(obs.size());
        IntStream.range(0, obs.size()).filter(i -> wanted.contains(obs.index()[i])).forEach(chosen::set);
        Arrays.asList(obs.index()).forEach(wanted::remove);
        if (!wanted.isEmpty()) {
            final var unknown = names.stream().filter(wanted::contains).toList();
            warnings.add("%,d of the %,d cells of the table are not in the data, such as %s.", unknown.size(),
                names.size(), Warnings.examples(unknown));
        }
        return chosen;
    }

    private static BitSet where(final Column column, final IntPredicate isChosen) {
        final var chosen = new BitSet(column.size());
        IntStream.range(0, column.size()).filter(i -> !column.isMissing(i)).filter(isChosen).forEach(chosen::set);
        return chosen;
    }

    private static void warnMissing(final Column column, final String name, final Warnings warnings) {
        if (column.missingCount() > 0) {
            warnings.add("%,d of %,d cells have no '%s' and are among the others.", column.missingCount(),
                column.size(), name);
        }
    }
}
