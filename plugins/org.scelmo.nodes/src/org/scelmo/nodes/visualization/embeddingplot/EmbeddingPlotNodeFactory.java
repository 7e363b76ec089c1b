package org.scelmo.nodes.visualization.embeddingplot;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.view.ShownData;
import org.scelmo.nodes.view.ViewPage;

/** Shows cells as points in the plane. */
public final class EmbeddingPlotNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Embedding Plot") //
        .icon("./embedding-plot.png") //
        .shortDescription("Shows cells as points in two dimensions of an embedding, colored by annotation or gene.") //
        .fullDescription("""
                Plots two dimensions of any embedding of the cells, such as a UMAP or a PCA. Use it to see whether \
                cells of one type lie together, whether batches mix, and where a gene is expressed.
                <ul>
                  <li><b>Colors:</b> any annotation of the cells, or the expression of any gene, looked up by its \
                  name. Categories have colors that all eyes tell apart as far as there are enough (20, after which \
                  they repeat); numbers go from dark to bright. Cells without a value are gray.</li>
                  <li><b>Size:</b> every cell is drawn, none is left out; a million points can be moved and zoomed, \
                  with the graphics processor where the browser offers it.</li>
                  <li><b>Selection:</b> draw around cells to count them and to copy their names. KNIME offers no \
                  selection shared between views to this kind of node, so that it stays in the view.</li>
                  <li><b>Export:</b> as SVG or PNG.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with at least one embedding (obsm).", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .withoutParameters() //
            .configure((in, out) -> ShownData.configure(in, EmbeddingPlotNodeFactory::check)) //
            .execute((in, out) -> ShownData.execute(in, out, EmbeddingPlotNodeFactory::check))) //
        .nodeType(NodeType.Visualizer) //
        .keywords("UMAP", "PCA", "scatter plot", "embedding", "single cell", "AnnData", "Scanpy", "scELMo") //
        .addView(v -> v //
            .parametersClass(EmbeddingPlotParameters.class) //
            .description("Cells as points, colored by an annotation or a gene, with legend, zoom and lasso.") //
            .page(p -> p.fromString(EmbeddingPlotNodeFactory::page).relativePath("embedding-plot.html")) //
            .initialData(d -> d.data(EmbeddingPlotStart::of)) //
            .dataService(s -> s.handler(EmbeddingPlotService::of)));

    public EmbeddingPlotNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(EmbeddingPlotNodeFactory.class, "Embedding Plot", "embedding-plot.css", "point-layer.js",
            "cell-data.js", "cell-legend.js", "plot-window.js", "plot-axes.js", "plot-pointer.js",
            "embedding-controls.js", "embedding-plot.js");
    }

    private static void check(final AnnDataOutline data) throws InvalidSettingsException {
        if (data.obsm().isEmpty()) {
            throw Messages.invalid("The data have no embedding (obsm) to plot.",
                "Put a PCA, UMAP or Cell Embed node before this one.");
        }
    }
}
