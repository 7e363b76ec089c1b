package org.scelmo.nodes.analysis.umap;

import java.io.IOException;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.layout.Umap;
import org.scelmo.core.matrix.CsrMatrix;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NeighborGraphs;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** A picture in which neighboring cells lie together. */
public final class UmapNodeFactory extends DefaultNodeFactory {

    private static final int NEGATIVES = 5;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("UMAP") //
        .icon("./umap.png") //
        .shortDescription("Places cells in two or three dimensions, so that neighbors lie together.") //
        .fullDescription("""
                Draws the graph of neighboring cells by UMAP, as scanpy's <tt>tl.umap</tt> does: cells start where the \
                spectrum of the graph puts them; edges pull and random pairs push. Use it to look at data, colored by \
                types, clusters or batches.
                <ul>
                  <li><b>What it shows:</b> which cells are neighbors. Distances between groups, and their sizes, mean \
                  little. Do not compute clusters or scores from it.</li>
                  <li><b>Compared to umap-learn:</b> the same start, forces, schedule and defaults, and neighbors stay \
                  together as well; coordinates differ, as they do between two seeds of umap-learn.</li>
                  <li><b>Parts</b> that no edge joins are placed apart, and a warning tells of them.</li>
                  <li><b>Reproducible:</b> the same seed gives the same picture, whatever the number of processors.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with a graph of neighbors (obsp), or with an embedding (obsm) to find them "
                + "in.", AnnDataPortObject.TYPE) //
            .addOutputPort("AnnData with UMAP", "The data with the coordinates as a further embedding (obsm). "
                + "Everything else is shared with the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Coordinates", "One row per cell with its coordinates, for a scatter plot. RowIDs are the "
                + "cells' names.")) //
        .model(m -> m //
            .parametersClass(UmapParameters.class) //
            .configure(UmapNodeFactory::configure) //
            .execute(UmapNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("UMAP", "layout", "dimension reduction", "visualization", "t-SNE", "scRNA-seq", "AnnData", "Scanpy",
            "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.21105/joss.00861", "UMAP (Journal of Open Source Software)");

    public UmapNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final UmapParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        out.setOutSpec(1, spec(parameters));
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(data.outline().withObsm(name(parameters, data.outline()),
            parameters.m_dimensions.count(), note(parameters))));
    }

    private static void check(final UmapParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        parameters.guess(data);
        if (!parameters.isGraphStored()) {
            NeighborGraphs.check(parameters.m_embedding, parameters.m_neighbors, data);
        } else if (!data.obsp().contains(parameters.m_graph)) {
            throw Messages.invalid("The data have no graph '%s'.".formatted(parameters.m_graph),
                "Choose another graph, or none, in the dialog.",
                "Add it with Cell Neighbors and Clusters before this node.");
        }
    }

    private static String name(final UmapParameters parameters, final AnnDataOutline data) {
        return Tables.uniqueName(parameters.m_name, data.obsm().keySet());
    }

    private static String note(final UmapParameters parameters) {
        return "Embedding '%s' by UMAP of %s, seed %d".formatted(parameters.m_name, parameters.isGraphStored()
            ? "graph '" + parameters.m_graph + "'"
            : "%d neighbors in '%s'".formatted(parameters.m_neighbors, parameters.m_embedding), parameters.m_seed);
    }

    private static DataTableSpec spec(final UmapParameters parameters) {
        return new DataTableSpec(IntStream.rangeClosed(1, parameters.m_dimensions.count())
            .mapToObj(d -> Tables.column("UMAP" + d, DoubleCell.TYPE)).toArray(DataColumnSpec[]::new));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final UmapParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var graph = graph(data, parameters, warnings, progress.part(0, 0.3));
            NeighborGraphs.warnOfParts(graph, "how far apart they are placed means nothing.", warnings);
            final var places = new Umap(parameters.m_dimensions.count(), parameters.m_minDist, parameters.m_spread,
                parameters.m_epochs, NEGATIVES, parameters.m_seed, Runtime.getRuntime().availableProcessors())
                    .layout(graph, progress.part(0.3, 0.95));
            out.setOutData(0, AnnDataWriter.extend(input, exec).obsm(name(parameters, outline),
                parameters.m_dimensions.count(), note(parameters), sink -> sink.append(places, places.length))
                .uns(Origins.note(data.uns(), Origins.obsm(name(parameters, outline)), parameters.isGraphStored()
                    ? Origins.obsp(parameters.m_graph) : Origins.obsm(parameters.m_embedding)))
                .finish());
            out.setOutData(1, Tables.build(spec(parameters), Tables.uniqueIds(data.obs().index()),
                i -> IntStream.range(0, places[i].length).mapToObj(d -> new DoubleCell(places[i][d]))
                    .toArray(DataCell[]::new),
                exec, progress.part(0.95, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static CsrMatrix graph(final AnnData data, final UmapParameters parameters, final Warnings warnings,
        final Progress progress) throws IOException {
        return parameters.isGraphStored()
            ? StoredGraph.read(data.obsp().get(parameters.m_graph), parameters.m_graph, progress)
            : NeighborGraphs.of(data, parameters.m_embedding, parameters.m_distance, parameters.m_neighbors,
                parameters.m_seed, warnings, progress).connectivities();
    }
}
