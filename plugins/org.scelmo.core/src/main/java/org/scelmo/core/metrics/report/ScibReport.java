package org.scelmo.core.metrics.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.scelmo.core.Progress;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.SelectedRows;

/**
 * All scores of one embedding.
 *
 * @param embedding its name
 * @param scores one for each definition of the profile, in its order
 * @param cells how many cells were scored: all, or those of one subsample
 * @param hasOverall whether the profile has an overall score
 */
public record ScibReport(String embedding, List<ScibScore> scores, int cells, boolean hasOverall) {

    private static final double BIO_WEIGHT = 0.6;
    private static final int ROWS = 1024;

    public ScibReport {
        scores = List.copyOf(scores);
    }

    /**
     * Scores one embedding. O(cells² · dimensions) time for silhouettes and neighbors, O(cells) memory; deterministic.
     *
     * @param embedding its name, for messages
     * @param points cells × dimensions
     * @param cells labels, batches and the rest of the same cells
     * @param settings which scores, on how many cells
     * @return the scores; those that cannot be computed with the reason
     * @throws IOException if a matrix cannot be read
     * @throws NonFiniteValueException if the embedding holds NaN or an infinity
     */
    public static ScibReport of(final String embedding, final DenseMatrix points, final ScoredCells cells,
        final ScibSettings settings, final Progress progress) throws IOException {
        if (points.rows() != cells.count()) {
            throw new IllegalArgumentException(
                "Embedding of %d cells, but labels of %d.".formatted(points.rows(), cells.count()));
        }
        checkFinite(embedding, points);
        if (settings.sample() == 0 || settings.sample() >= cells.count()) {
            return whole(embedding, points, cells, settings, progress);
        }
        final List<ScibReport> repeats = new ArrayList<>();
        for (int r = 0; r < settings.repeats(); r++) {
            final var chosen = StratifiedSample.of(cells, settings.sample(), settings.seed() + r);
            repeats.add(whole(embedding, new SelectedRows(points, chosen), StratifiedSample.select(cells, chosen),
                settings, progress.part((double)r / settings.repeats(), (r + 1.0) / settings.repeats())));
        }
        return combined(repeats);
    }

    private static ScibReport whole(final String embedding, final DenseMatrix points, final ScoredCells cells,
        final ScibSettings settings, final Progress progress) throws IOException {
        final var context = new EmbeddingContext(points, cells, settings.seed(), settings.threads());
        final var definitions = settings.profile().definitions(settings.further());
        final List<ScibScore> scores = new ArrayList<>();
        for (final var definition : definitions) {
            final double done = (double)scores.size() / definitions.size();
            progress.checkCanceled();
            progress.update(done, () -> "%s: %s".formatted(embedding, definition.score()));
            final boolean isCounted = settings.profile().counted().contains(definition);
            try {
                scores.add(ScibScore.of(definition, definition.computation().compute(context,
                    progress.part(done, done + 1.0 / definitions.size())), isCounted));
            } catch (final NotComputableException e) { // NOSONAR the reason is told in the table
                scores.add(ScibScore.missing(definition, e.getMessage(), isCounted));
            }
        }
        return new ScibReport(embedding, scores, cells.count(), settings.profile().hasOverall());
    }

    private static void checkFinite(final String embedding, final DenseMatrix points) throws IOException {
        for (long first = 0; first < points.rows(); first += ROWS) {
            final var rows = points.copy(first, (int)Math.min(ROWS, points.rows() - first));
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < points.columns(); k++) {
                    if (!Float.isFinite(rows[i][k])) {
                        throw new NonFiniteValueException("The embedding '" + embedding + "'", first + i, k,
                            rows[i][k]);
                    }
                }
            }
        }
    }

    /** Mean and standard deviation of each score; missing if any of them is. */
    private static ScibReport combined(final List<ScibReport> repeats) {
        final var first = repeats.get(0);
        final List<ScibScore> scores = new ArrayList<>();
        for (int s = 0; s < first.scores.size(); s++) {
            final int at = s;
            final var each = repeats.stream().map(r -> r.scores.get(at)).toList();
            scores.add(each.stream().filter(score -> score.missing() != null).findFirst().orElseGet(() -> {
                final var values = each.stream().mapToDouble(score -> score.value().getAsDouble()).toArray();
                final double mean = Arrays.stream(values).average().orElseThrow();
                final double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
                return new ScibScore(each.get(0).definition(), OptionalDouble.of(mean), null, values.length < 2
                    ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (values.length - 1))),
                    each.get(0).isCounted());
            }));
        }
        return new ScibReport(first.embedding, scores, first.cells, first.hasOverall);
    }

    /** @return the scores that the total of an aspect is the mean of: those that count and are not missing */
    public List<ScibScore> counted(final Aspect aspect) {
        return scores.stream()
            .filter(s -> s.isCounted() && s.definition().aspect() == aspect && s.value().isPresent()).toList();
    }

    /** @return S_bio or S_batch: the mean of the scores that count; empty if there are none */
    public OptionalDouble total(final Aspect aspect) {
        return counted(aspect).stream().mapToDouble(s -> s.value().getAsDouble()).average();
    }

    /** @return 0.6 S_bio + 0.4 S_batch; empty if one is missing or the profile has none */
    public OptionalDouble overall() {
        final var bio = total(Aspect.BIO);
        final var batch = total(Aspect.BATCH);
        return hasOverall && bio.isPresent() && batch.isPresent()
            ? OptionalDouble.of(BIO_WEIGHT * bio.getAsDouble() + (1 - BIO_WEIGHT) * batch.getAsDouble())
            : OptionalDouble.empty();
    }

    /**
     * Brings each score to 0 for the worst and 1 for the best embedding, as scib-metrics does on request. Totals of the
     * result compare these embeddings only.
     *
     * @param reports with the same definitions
     * @return the same with scaled values; a score that is equal for all becomes 0
     */
    public static List<ScibReport> scaled(final List<ScibReport> reports) {
        return reports.stream().map(report -> new ScibReport(report.embedding, report.scores.stream().map(score -> {
            final var values = reports.stream().flatMap(r -> r.scores.stream())
                .filter(s -> s.definition() == score.definition() && s.value().isPresent())
                .mapToDouble(s -> s.value().getAsDouble()).summaryStatistics();
            final double range = values.getMax() - values.getMin();
            return score.value().isEmpty() ? score : new ScibScore(score.definition(),
                OptionalDouble.of(range > 0 ? (score.value().getAsDouble() - values.getMin()) / range : 0), null,
                OptionalDouble.empty(), score.isCounted());
        }).toList(), report.cells, report.hasOverall)).toList();
    }
}
