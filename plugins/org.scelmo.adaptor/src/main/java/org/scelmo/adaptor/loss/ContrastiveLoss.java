package org.scelmo.adaptor.loss;

import org.scelmo.adaptor.parallel.Team;

/** Pulls cells of one class together and pushes those of different classes apart. */
public sealed interface ContrastiveLoss permits TripletLoss, SupConLoss {

    /**
     * @param embeddings cells × dimensions, any length of rows; not changed
     * @param labels class of each cell
     * @param scale what the gradient is multiplied by before it is added
     * @param gradient cells × dimensions; {@code scale × d value / d embeddings} is added to it
     * @param team shares the cells; the result does not depend on its size
     * @return the value, not scaled; 0 if no two cells can be compared
     */
    double evaluate(double[][] embeddings, int[] labels, double scale, double[][] gradient, Team team);
}
