package org.scelmo.nodes.visualization.compositionplot;

import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.view.ShownData;
import org.scelmo.nodes.view.ViewPage;

/**
 * What the page starts with; the counts follow through the data service.
 *
 * @param message shown instead; null if there is something to show
 * @param annotations of cells that have categories
 * @param bars annotation with a bar for each value
 * @param parts annotation that each bar is made up of
 */
record CompositionStart(String message, List<String> annotations, String bars, String parts) {

    static CompositionStart of(final ViewInput input) {
        return ShownData.outline(input).map(data -> of(data, input.getParameters()))
            .orElseGet(() -> empty(ViewPage.EXECUTE_AGAIN));
    }

    private static CompositionStart of(final AnnDataOutline outline, final CompositionPlotParameters parameters) {
        final var names =
            outline.obs().stream().filter(c -> c.kind().isLabel()).map(ColumnOutline::name).toList();
        if (names.isEmpty() || outline.cells() == 0) {
            return empty(outline.cells() == 0 ? "The data have no cells."
                : "The cells have no annotation with categories.");
        }
        final var bars = names.contains(parameters.m_bars) ? parameters.m_bars : AnnDataChoices.guessLabel(outline);
        final var parts = names.contains(parameters.m_parts) ? parameters.m_parts
            : names.stream().filter(n -> !n.equals(bars)).findFirst().orElse(bars);
        return new CompositionStart(null, names, bars, parts);
    }

    private static CompositionStart empty(final String message) {
        return new CompositionStart(message, List.of(), null, null);
    }
}
