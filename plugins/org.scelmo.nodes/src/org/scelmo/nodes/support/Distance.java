package org.scelmo.nodes.support;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.core.neighbors.Metric;

/** How the distance of two vectors is measured, of cells or of genes. */
public enum Distance {
        /** Length of the difference. */
        @Label(value = "Euclidean", description = "Length of the difference of the vectors.")
        EUCLIDEAN(Metric.EUCLIDEAN),
        /** One minus the cosine. */
        @Label(value = "Cosine", description = "One minus the cosine of the angle between the vectors.")
        COSINE(Metric.COSINE);

    private final Metric m_metric;

    Distance(final Metric metric) {
        m_metric = metric;
    }

    /** @return core's name of it */
    public Metric metric() {
        return m_metric;
    }
}
