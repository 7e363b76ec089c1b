package org.scelmo.core.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Predicted against true labels, with scikit-learn's definitions.
 *
 * @param cells number of cells scored
 * @param unassigned number of cells predicted to be {@link KnnLabelTransfer#UNASSIGNED}, scored or not
 * @param accuracy correct cells among those scored; 0 if none is
 * @param classes one per label of truth or prediction, in alphabetical order: the classes of the macro means
 * @param labels rows and columns of the confusion matrix, in alphabetical order; those of the classes, and
 *            {@link KnnLabelTransfer#UNASSIGNED} where it occurs and is scored
 * @param confusion true label × predicted label, numbers of cells
 */
public record ClassificationReport(long cells, long unassigned, double accuracy, List<ClassScore> classes,
    List<String> labels, long[][] confusion) {

    /**
     * @param truth true label of each cell
     * @param predicted predicted label of each cell
     * @param rule how unassigned cells count
     * @throws MissingLabelException if a cell has no true or no predicted label (null)
     */
    public static ClassificationReport of(final List<String> truth, final List<String> predicted,
        final UnassignedRule rule) {
        if (truth.size() != predicted.size()) {
            throw new IllegalArgumentException(
                "%d true labels, but %d predicted ones.".formatted(truth.size(), predicted.size()));
        }
        final var labels = labels(truth, predicted, rule);
        final var confusion = new long[labels.size()][labels.size()];
        long cells = 0;
        long correct = 0;
        long unassigned = 0;
        for (int i = 0; i < truth.size(); i++) {
            final boolean isUnassigned = predicted.get(i).equals(KnnLabelTransfer.UNASSIGNED);
            unassigned += isUnassigned ? 1 : 0;
            if (isUnassigned && rule == UnassignedRule.LEFT_OUT) {
                continue;
            }
            cells++;
            correct += truth.get(i).equals(predicted.get(i)) ? 1 : 0;
            confusion[Collections.binarySearch(labels, truth.get(i))][Collections.binarySearch(labels,
                predicted.get(i))]++;
        }
        return new ClassificationReport(cells, unassigned, cells == 0 ? 0 : (double)correct / cells,
            classes(labels, confusion, rule), labels, confusion);
    }

    /** @return unweighted mean of the classes' precisions; 0 without classes */
    public double macroPrecision() {
        return macro(ClassScore::precision);
    }

    /** @return unweighted mean of the classes' recalls; 0 without classes */
    public double macroRecall() {
        return macro(ClassScore::recall);
    }

    /** @return unweighted mean of the classes' F1 (not the harmonic mean of the two others); 0 without classes */
    public double macroF1() {
        return macro(ClassScore::f1);
    }

    /** @return mean of the classes' F1, weighted by support; 0 without cells */
    public double weightedF1() {
        final long support = classes.stream().mapToLong(ClassScore::support).sum();
        return support == 0 ? 0 : classes.stream().mapToDouble(c -> c.f1() * c.support()).sum() / support;
    }

    private double macro(final ToDoubleFunction<ClassScore> score) {
        return classes.stream().mapToDouble(score).average().orElse(0);
    }

    private static List<String> labels(final List<String> truth, final List<String> predicted,
        final UnassignedRule rule) {
        final var labels = new TreeSet<String>();
        for (int i = 0; i < truth.size(); i++) {
            if (truth.get(i) == null || predicted.get(i) == null) {
                throw new MissingLabelException(truth.get(i) == null ? "true" : "predicted", i);
            }
            final boolean leftOut = rule == UnassignedRule.LEFT_OUT
                && predicted.get(i).equals(KnnLabelTransfer.UNASSIGNED);
            if (!leftOut) {
                labels.add(truth.get(i));
                labels.add(predicted.get(i));
            }
        }
        return List.copyOf(labels);
    }

    private static List<ClassScore> classes(final List<String> labels, final long[][] confusion,
        final UnassignedRule rule) {
        final var classes = new ArrayList<ClassScore>();
        for (int c = 0; c < labels.size(); c++) {
            long support = 0;
            long predicted = 0;
            for (int i = 0; i < labels.size(); i++) {
                support += confusion[c][i];
                predicted += confusion[i][c];
            }
            final boolean isClass = rule == UnassignedRule.OWN_CLASS || support > 0
                || !labels.get(c).equals(KnnLabelTransfer.UNASSIGNED);
            if (isClass) {
                classes.add(ClassScore.of(labels.get(c), confusion[c][c], support, predicted));
            }
        }
        return List.copyOf(classes);
    }
}
