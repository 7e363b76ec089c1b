package org.scelmo.nodes.analysis.umap;

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
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.Distance;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NeighborGraphs;
import org.scelmo.nodes.support.dialog.AtLeastTwo;
import org.scelmo.nodes.support.dialog.EmbeddingChoices;

/** Settings of UMAP. */
final class UmapParameters implements NodeParameters {

    private static final String CONNECTIVITIES = "connectivities";

    @Section(title = "Neighbors")
    interface NeighborsSection {
    }

    @Section(title = "Picture")
    @After(NeighborsSection.class)
    interface PictureSection {
    }

    /** How many coordinates a cell gets. */
    enum Dimensions {
            @Label(value = "2", description = "For a flat picture.")
            TWO(2),
            @Label(value = "3", description = "For a picture that can be turned.")
            THREE(3);

        private final int m_count;

        Dimensions(final int count) {
            m_count = count;
        }

        int count() {
            return m_count;
        }
    }

    interface GraphRef extends ParameterReference<String> {
    }

    static final class IsComputed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(GraphRef.class).isEqualTo(AnnDataChoices.NONE);
        }
    }

    static final class GraphChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("None: find neighbors here",
                AnnDataChoices.outline(input, 0).map(AnnDataOutline::obsp).orElse(List.of()));
        }
    }

    @Widget(title = "Graph", description = "The graph of neighbors (obsp) to draw, for example from Cell Neighbors and "
        + "Clusters; its weights must be between 0 and 1, as of connectivities. Default: connectivities if the data "
        + "have them, or else none: neighbors are then found here.")
    @ChoicesProvider(GraphChoices.class)
    @ValueReference(GraphRef.class)
    @Layout(NeighborsSection.class)
    String m_graph;

    @Widget(title = "Embedding", description = "The vectors by which neighbors are found. Default: X_pca, or else the "
        + "first embedding.")
    @ChoicesProvider(EmbeddingChoices.class)
    @Effect(type = EffectType.SHOW, predicate = IsComputed.class)
    @Layout(NeighborsSection.class)
    String m_embedding;

    @Widget(title = "Distance", description = "How the distance of two cells is measured. Default: Euclidean, "
        + "as in scanpy.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = IsComputed.class)
    @Advanced
    @Layout(NeighborsSection.class)
    Distance m_distance = Distance.EUCLIDEAN;

    @Widget(title = "Number of neighbors", description = "How many nearest neighbors each cell is joined to. As in "
        + "scanpy, the cell itself is one of them. Default: 15.")
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Effect(type = EffectType.SHOW, predicate = IsComputed.class)
    @Layout(NeighborsSection.class)
    int m_neighbors = 15;

    @Widget(title = "Dimensions", description = "How many coordinates each cell gets. Default: 2.")
    @ValueSwitchWidget
    @Layout(PictureSection.class)
    Dimensions m_dimensions = Dimensions.TWO;

    @Widget(title = "Minimum distance", description = "How near cells may come in the picture: less makes denser "
        + "clumps. At most the spread. Default: 0.5, as in scanpy.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(PictureSection.class)
    double m_minDist = 0.5;

    @Widget(title = "Spread", description = "The scale of distances in the picture. Default: 1.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    @Layout(PictureSection.class)
    double m_spread = 1;

    @Widget(title = "Epochs", description = "How often all cells are moved. 0 stands for 500 up to 10,000 cells and "
        + "200 above, as in umap-learn. Default: 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(PictureSection.class)
    int m_epochs = 0;

    @Widget(title = "Seed", description = "The same seed gives the same picture. Default: 0.")
    @NumberInputWidget
    @Layout(PictureSection.class)
    int m_seed = 0;

    @Widget(title = "Name of the embedding", description = "Under this name the coordinates are added to the "
        + "embeddings (obsm) of the data. If the name is taken, a number is appended. Default: X_umap.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Advanced
    @Layout(PictureSection.class)
    String m_name = "X_umap";

    UmapParameters() {
        // for loading
    }

    UmapParameters(final NodeParametersInput input) {
        AnnDataChoices.outline(input, 0).ifPresent(this::guess);
    }

    /** Fills in what is not set; a guess at the first connection may have met no data. */
    void guess(final AnnDataOutline data) {
        if (m_graph == null) {
            m_graph = data.obsp().contains(CONNECTIVITIES) ? CONNECTIVITIES : AnnDataChoices.NONE;
        }
        if (m_embedding == null) {
            m_embedding = NeighborGraphs.guessEmbedding(data);
        }
    }

    boolean isGraphStored() {
        return !AnnDataChoices.isNone(m_graph);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_neighbors < 2) {
            throw Messages.invalid("The number of neighbors is %d, but at least 2 are needed (the cell itself is one)."
                .formatted(m_neighbors), "Enter 2 or more in the dialog.");
        }
        if (!(m_minDist >= 0 && m_spread > 0 && m_minDist <= m_spread) || Double.isInfinite(m_spread)) {
            throw Messages.invalid("A minimum distance of %s does not go with a spread of %s.".formatted(m_minDist,
                m_spread), "Choose a minimum distance from 0 to the spread, and a spread above 0.");
        }
        if (m_epochs < 0) {
            throw Messages.invalid("The number of epochs is %d.".formatted(m_epochs),
                "Enter 0 (automatic) or more in the dialog.");
        }
        if (m_name.isBlank()) {
            throw Messages.invalid("The embedding has no name.", "Enter a name in the dialog, for example X_umap.");
        }
    }
}
