package org.scelmo.core.cluster;

import java.util.Random;

import nl.cwts.networkanalysis.IterativeCPMClusteringAlgorithm;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.LouvainAlgorithm;

/** How communities are searched for; both maximize modularity. */
public enum Algorithm {

    /** Traag, Waltman and van Eck 2019: communities always hang together. */
    LEIDEN {
        @Override
        IterativeCPMClusteringAlgorithm create(final double resolution, final Random random) {
            return new LeidenAlgorithm(resolution, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, random);
        }
    },

    /** Blondel et al. 2008. */
    LOUVAIN {
        @Override
        IterativeCPMClusteringAlgorithm create(final double resolution, final Random random) {
            return new LouvainAlgorithm(resolution, 1, random);
        }
    };

    /**
     * @param resolution of the constant Potts model: that of the modularity divided by the total weight of the edges
     */
    abstract IterativeCPMClusteringAlgorithm create(double resolution, Random random);
}
