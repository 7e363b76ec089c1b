package org.scelmo.core.annotate;

/**
 * What one label got from a cell's neighbors.
 *
 * @param label the label
 * @param votes number of neighbors that carry it
 * @param share votes divided by the number of neighbors, 0 to 1
 */
public record LabelVote(String label, int votes, double share) {
}
