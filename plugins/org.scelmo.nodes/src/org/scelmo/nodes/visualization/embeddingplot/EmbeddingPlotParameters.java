package org.scelmo.nodes.visualization.embeddingplot;

import java.util.List;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.support.AnnDataChoices;

/** What the view of Embedding Plot shows first; all of it can be changed in the view. */
final class EmbeddingPlotParameters implements NodeParameters {

    static final class EmbeddingChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return AnnDataChoices.noneOr("A UMAP, or else the last", AnnDataChoices.embeddings(input, 0));
        }
    }

    static final class ColorChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            final var columns = AnnDataChoices.outline(input, 0).map(AnnDataOutline::obs).orElse(List.of());
            return AnnDataChoices.noneOr("The most likely cell type",
                columns.stream().map(ColumnOutline::name).toList());
        }
    }

    @Widget(title = "Embedding", description = "The embedding (obsm) that is shown first. Default: a UMAP, or else "
        + "the last of the data.")
    @ChoicesProvider(EmbeddingChoices.class)
    String m_embedding = AnnDataChoices.NONE;

    @Widget(title = "Color by", description = "The annotation of cells (obs) that colors the points first. Default: "
        + "the annotation whose name looks most like cell types.")
    @ChoicesProvider(ColorChoices.class)
    String m_color = AnnDataChoices.NONE;
}
