package org.scelmo.nodes.annotation.knn;

import java.util.List;

import org.scelmo.core.annotate.Prediction;

/**
 * What was predicted.
 *
 * @param rows rows of the query data that were annotated, ascending
 * @param predictions one per such row
 * @param distances to the neighbors, one array per such row, ascending
 * @param cells number of cells of the query data
 */
record Predicted(int[] rows, List<Prediction> predictions, double[][] distances, int cells) {
}
