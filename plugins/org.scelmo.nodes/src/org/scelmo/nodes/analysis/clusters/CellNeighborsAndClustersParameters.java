package org.scelmo.nodes.analysis.clusters;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.core.cluster.Algorithm;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Distance;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NeighborGraphs;
import org.scelmo.nodes.support.dialog.AtLeastTwo;
import org.scelmo.nodes.support.dialog.EmbeddingChoices;

/** Settings of Cell Neighbors and Clusters. */
final class CellNeighborsAndClustersParameters implements NodeParameters {

    private static final int MOST_RESOLUTIONS = 100;

    @Section(title = "Neighbors")
    interface NeighborsSection {
    }

    @Section(title = "Clusters")
    @After(NeighborsSection.class)
    interface ClustersSection {
    }

    @Section(title = "Several resolutions")
    @After(ClustersSection.class)
    interface ScanSection {
    }

    /** How clusters are searched. */
    enum Method {
            @Label(value = "Leiden", description = "Traag, Waltman and van Eck 2019: clusters always hang together.")
            LEIDEN(Algorithm.LEIDEN),
            @Label(value = "Louvain", description = "Blondel and others 2008.")
            LOUVAIN(Algorithm.LOUVAIN);

        private final Algorithm m_algorithm;

        Method(final Algorithm algorithm) {
            m_algorithm = algorithm;
        }

        Algorithm algorithm() {
            return m_algorithm;
        }
    }

    static final class ScanRef implements BooleanReference {
    }

    static final class TruthChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: do not compare", AnnDataChoices.labels(input, 0));
        }
    }

    @Widget(title = "Embedding", description = "The vectors by which neighbors are found. Default: X_pca, or else the "
        + "first embedding.")
    @ChoicesProvider(EmbeddingChoices.class)
    @Layout(NeighborsSection.class)
    String m_embedding;

    @Widget(title = "Distance", description = "How the distance of two cells is measured. Default: Euclidean, "
        + "as in scanpy.")
    @ValueSwitchWidget
    @Advanced
    @Layout(NeighborsSection.class)
    Distance m_distance = Distance.EUCLIDEAN;

    @Widget(title = "Number of neighbors", description = "How many nearest neighbors each cell is joined to. As in "
        + "scanpy, the cell itself is one of them: with 15 there are 14 others. Default: 15.")
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Layout(NeighborsSection.class)
    int m_neighbors = 15;

    @Widget(title = "Method", description = "How clusters are searched in the graph. Default: Leiden.")
    @ValueSwitchWidget
    @Layout(ClustersSection.class)
    Method m_method = Method.LEIDEN;

    @Widget(title = "Resolution", description = "More makes more and smaller clusters. Default: 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(ClustersSection.class)
    double m_resolution = 1;

    @Widget(title = "Name of the clusters", description = "Name of the annotation of cells (obs) that holds the "
        + "cluster: 0, 1, and so on, the largest first. If the name is taken, a number is appended. Default: leiden.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Advanced
    @Layout(ClustersSection.class)
    String m_name = "leiden";

    @Widget(title = "Seed", description = "Where the search starts. The same seed gives the same clusters. Default: 0.")
    @NumberInputWidget
    @Advanced
    @Layout(ClustersSection.class)
    int m_seed = 0;

    @Widget(title = "Try several resolutions", description = "Whether the table also tells what comes out at other "
        + "resolutions, 0.2 to 2.0 unless the advanced settings say otherwise. The clusters of the output are always "
        + "those of the resolution above. Default: no.")
    @ValueReference(ScanRef.class)
    @Layout(ScanSection.class)
    boolean m_scan = false;

    @Widget(title = "Resolutions", description = "Numbers above 0, separated by commas. Default: 0.2 to 2.0, as scib "
        + "tries.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Effect(type = EffectType.SHOW, predicate = ScanRef.class)
    @Advanced
    @Layout(ScanSection.class)
    String m_resolutions = "0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0";

    @Widget(title = "Compare with", description = "An annotation of cells that is known to be right, such as their "
        + "type. The table then tells how well clusters agree with it (NMI, ARI) at each resolution, and where they "
        + "agree best. It has no influence on the clusters. Default: none.")
    @ChoicesProvider(TruthChoices.class)
    @Layout(ScanSection.class)
    String m_truth = AnnDataChoices.NONE;

    CellNeighborsAndClustersParameters() {
        // for loading
    }

    CellNeighborsAndClustersParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline data) {
        if (m_embedding == null) {
            m_embedding = NeighborGraphs.guessEmbedding(data);
        }
    }

    boolean isCompared() {
        return !AnnDataChoices.isNone(m_truth);
    }

    /** @return the resolution of the result, then the others asked for, without duplicates */
    List<Double> resolutions() throws InvalidSettingsException {
        final List<Double> resolutions = new ArrayList<>(List.of(m_resolution));
        for (final var text : m_scan ? m_resolutions.split(",") : new String[0]) {
            final double resolution = resolution(text.strip());
            if (!resolutions.contains(resolution)) {
                resolutions.add(resolution);
            }
        }
        if (resolutions.size() > MOST_RESOLUTIONS) {
            throw Messages.invalid("%d resolutions are asked for, but %d is the most.".formatted(resolutions.size(),
                MOST_RESOLUTIONS), "Shorten the list of resolutions in the dialog.");
        }
        return resolutions;
    }

    private static double resolution(final String text) throws InvalidSettingsException {
        try {
            final double resolution = Double.parseDouble(text);
            if (resolution > 0 && resolution < Double.POSITIVE_INFINITY) {
                return resolution;
            }
        } catch (final NumberFormatException e) { // NOSONAR told below
            // told below
        }
        throw Messages.invalid("'%s' is no resolution.".formatted(text),
            "Enter numbers above 0 with a decimal point, separated by commas, for example 0.5, 1, 2.");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_neighbors < 2) {
            throw Messages.invalid("The number of neighbors is %d, but at least 2 are needed (the cell itself is one)."
                .formatted(m_neighbors), "Enter 2 or more in the dialog.");
        }
        if (!(m_resolution > 0) || Double.isInfinite(m_resolution)) {
            throw Messages.invalid("The resolution is %s, but must be above 0.".formatted(m_resolution),
                "Enter a number above 0 in the dialog.");
        }
        if (m_name.isBlank()) {
            throw Messages.invalid("The clusters have no name.", "Enter a name in the dialog, for example leiden.");
        }
        resolutions();
    }
}
