package org.scelmo.nodes.visualization.compositionplot;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.view.ShownData;
import org.scelmo.nodes.view.ViewPage;

/** Shows what groups of cells are made up of. */
public final class CompositionPlotNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Composition Plot") //
        .icon("./composition-plot.png") //
        .shortDescription("Shows what groups of cells are made up of, as stacked bars.") //
        .fullDescription("""
                Draws a bar for each value of one annotation, made up of the values of another. Use it to see which \
                cell types a cluster holds, or whether a cluster comes from one batch only.
                <ul>
                  <li><b>Shares or numbers:</b> bars are all of the same length by default, so that small groups are \
                  seen; numbers of cells are a choice in the view.</li>
                  <li><b>Missing values:</b> cells without one of the two values are left out and counted.</li>
                  <li><b>Export:</b> as SVG or PNG.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with annotations (obs).", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .withoutParameters() //
            .configure((in, out) -> ShownData.configure(in, CompositionPlotNodeFactory::check)) //
            .execute((in, out) -> ShownData.execute(in, out, CompositionPlotNodeFactory::check))) //
        .nodeType(NodeType.Visualizer) //
        .keywords("stacked bars", "cluster", "batch", "cell type", "proportion", "single cell", "AnnData", "scELMo") //
        .addView(v -> v //
            .parametersClass(CompositionPlotParameters.class) //
            .description("A bar for each value of an annotation, made up of the values of another.") //
            .page(p -> p.fromString(CompositionPlotNodeFactory::page).relativePath("composition-plot.html")) //
            .initialData(d -> d.data(CompositionStart::of)) //
            .dataService(s -> s.handler(CompositionService::of)));

    public CompositionPlotNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(CompositionPlotNodeFactory.class, "Composition Plot", "composition-plot.js");
    }

    private static void check(final AnnDataOutline data) throws InvalidSettingsException {
        if (data.obs().stream().noneMatch(c -> c.kind().isLabel())) {
            throw Messages.invalid("The cells have no annotation (obs) with categories.",
                "Add annotations of cells with Add Cell Annotations before this node.");
        }
    }
}
