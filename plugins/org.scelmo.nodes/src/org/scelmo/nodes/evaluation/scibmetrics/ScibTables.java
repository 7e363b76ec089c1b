package org.scelmo.nodes.evaluation.scibmetrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scelmo.core.Progress;
import org.scelmo.core.metrics.report.Aspect;
import org.scelmo.core.metrics.report.ScibReport;
import org.scelmo.core.metrics.report.ScibScore;
import org.scelmo.core.metrics.report.ScibSettings;
import org.scelmo.nodes.support.Tables;

/** The scores as tables: one row per score, and one row per embedding. */
final class ScibTables {

    static final DataTableSpec SCORES = new DataTableSpec(Tables.column("Embedding", StringCell.TYPE),
        Tables.column("Score", StringCell.TYPE), Tables.column("Aspect", StringCell.TYPE),
        Tables.column("Value", DoubleCell.TYPE), Tables.column("Standard deviation", DoubleCell.TYPE),
        Tables.column("Missing because", StringCell.TYPE), Tables.column("In total", BooleanCell.TYPE),
        Tables.column("Definition", StringCell.TYPE), Tables.column("Follows", StringCell.TYPE),
        Tables.column("Cells", LongCell.TYPE), Tables.column("Seed", LongCell.TYPE));

    private static final String OVERALL = "Overall";

    private ScibTables() {
    }

    private record Row(String id, DataCell[] cells) {
    }

    static BufferedDataTable scores(final List<ScibReport> reports, final ScibSettings settings,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final List<Row> rows = new ArrayList<>();
        for (final var report : reports) {
            for (final var score : report.scores()) {
                rows.add(row(report, settings, score.definition().score(), score.definition().aspect().text(),
                    score.value(), score.error(), score.missing(), score.isCounted(), score.definition().text(),
                    score.definition().library()));
            }
            for (final var aspect : Aspect.values()) {
                final var names = names(report, aspect);
                rows.add(row(report, settings, aspect.text(), "Total", report.total(aspect), OptionalDouble.empty(),
                    "None of the scores that count is there.", false, "Mean of " + names + ".",
                    settings.profile().text()));
            }
            rows.add(row(report, settings, OVERALL, "Total", report.overall(), OptionalDouble.empty(),
                report.hasOverall() ? "One of the two totals is missing." : "The paper has no overall score.", false,
                "0.6 × bio conservation + 0.4 × batch correction.", settings.profile().text()));
        }
        final var ids = Tables.uniqueIds(rows.stream().map(Row::id).toArray(String[]::new));
        return Tables.build(SCORES, ids, i -> rows.get(i).cells, exec, progress);
    }

    private static String names(final ScibReport report, final Aspect aspect) {
        return report.counted(aspect).stream().map(s -> s.definition().score()).collect(Collectors.joining(", "));
    }

    private static Row row(final ScibReport report, final ScibSettings settings, final String score, // NOSONAR
        final String aspect, final OptionalDouble value, final OptionalDouble error, final String missing,
        final boolean isCounted, final String definition, final String library) {
        return new Row(report.embedding() + ": " + score,
            new DataCell[]{new StringCell(report.embedding()), new StringCell(score), new StringCell(aspect),
                number(value), number(error), value.isPresent() ? DataType.getMissingCell() : new StringCell(missing),
                isCounted ? BooleanCell.TRUE : BooleanCell.FALSE, new StringCell(definition), new StringCell(library),
                new LongCell(report.cells()), new LongCell(settings.seed())});
    }

    static DataTableSpec comparisonSpec(final ScibSettings settings) {
        return Tables.spec(Stream
            .concat(settings.profile().definitions(settings.further()).stream().map(d -> d.score()), totals())
            .map(name -> Tables.column(name, DoubleCell.TYPE)).toList());
    }

    private static Stream<String> totals() {
        return Stream.concat(Arrays.stream(Aspect.values()).map(Aspect::text), Stream.of(OVERALL));
    }

    /** The best embedding first, by the overall score, or else by bio conservation. */
    static BufferedDataTable comparison(final List<ScibReport> reports, final ScibSettings settings,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final var sorted = reports.stream().sorted(Comparator.comparingDouble(
            r -> -r.overall().orElse(r.total(Aspect.BIO).orElse(0)))).toList();
        return Tables.build(comparisonSpec(settings),
            Tables.uniqueIds(sorted.stream().map(ScibReport::embedding).toArray(String[]::new)), i -> {
                final var report = sorted.get(i);
                return Stream.concat(report.scores().stream().map(ScibScore::value),
                    Stream.of(report.total(Aspect.BIO), report.total(Aspect.BATCH), report.overall()))
                    .map(ScibTables::number).toArray(DataCell[]::new);
            }, exec, progress);
    }

    private static DataCell number(final OptionalDouble value) {
        return value.isPresent() ? new DoubleCell(value.getAsDouble()) : DataType.getMissingCell();
    }
}
