package org.scelmo.nodes.visualization.embeddingplot;

import java.util.List;
import java.util.Locale;

import org.knime.node.DefaultView.ViewInput;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.view.ShownData;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page starts with; coordinates and colors follow through the data service.
 *
 * @param message shown in place of the plot; null if there is something to plot
 * @param cells number of cells
 * @param hasGenes whether points can be colored by expression
 * @param embeddings what can be plotted
 * @param annotations names of the annotations of cells
 * @param embedding shown first; null if there is none
 * @param color annotation that colors first; null for none
 */
record EmbeddingPlotStart(String message, long cells, boolean hasGenes, List<Slot> embeddings,
    List<String> annotations, String embedding, String color) {

    /** An embedding and its number of dimensions. */
    record Slot(String name, int dimensions) {
    }

    static EmbeddingPlotStart of(final ViewInput input) {
        return ShownData.outline(input).map(data -> of(data, input.getParameters()))
            .orElseGet(() -> empty(ViewPage.EXECUTE_AGAIN));
    }

    private static EmbeddingPlotStart of(final AnnDataOutline outline, final EmbeddingPlotParameters parameters) {
        final var slots = outline.obsm().entrySet().stream().filter(e -> e.getValue() > 0)
            .map(e -> new Slot(e.getKey(), e.getValue())).toList();
        if (slots.isEmpty() || outline.cells() == 0) {
            return empty(outline.cells() == 0 ? "The data have no cells."
                : "The data have no embedding (obsm). Put a PCA, UMAP or Cell Embed node before this one.");
        }
        final var names = outline.obs().stream().map(c -> c.name()).toList();
        return new EmbeddingPlotStart(null, outline.cells(), outline.hasExpression(), slots, names,
            slots.stream().anyMatch(s -> s.name().equals(parameters.m_embedding)) ? parameters.m_embedding
                : likely(slots),
            names.contains(parameters.m_color) ? parameters.m_color : AnnDataChoices.guessLabel(outline));
    }

    /** A view that was made for other data shows these as well as it can. */
    private static String likely(final List<Slot> slots) {
        return slots.stream().map(Slot::name).filter(n -> n.toLowerCase(Locale.ROOT).contains("umap")).findFirst()
            .orElse(slots.get(slots.size() - 1).name());
    }

    private static EmbeddingPlotStart empty(final String message) {
        return new EmbeddingPlotStart(message, 0, false, List.of(), List.of(), null, null);
    }
}
