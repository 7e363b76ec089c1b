package org.scelmo.core.insilico;

import java.io.IOException;

import org.scelmo.core.Progress;

/** Deletes sets of genes, each on its own, and tells how similar the groups are then. */
interface Deletions {

    /** @return cosine between the mean cells of both groups as they are */
    double before();

    /**
     * @param sets columns of X per set, without duplicates
     * @param progress told as work goes on
     * @return the cosine after the deletion of each set; NaN where a group's mean vector becomes zero
     * @throws IOException if X cannot be read
     */
    double[] after(int[][] sets, Progress progress) throws IOException;
}
