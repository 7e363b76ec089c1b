package org.scelmo.nodes.analysis.clusters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.CategoricalColumn;
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.anndata.Origins;
import org.scelmo.core.cluster.ResolutionScan;
import org.scelmo.core.cluster.ResolutionScan.Finding;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.neighbors.NeighborGraph;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NeighborGraphs;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Joins each cell to its nearest neighbors and finds clusters in that graph. */
public final class CellNeighborsAndClustersNodeFactory extends DefaultNodeFactory {

    private static final String CONNECTIVITIES = "connectivities";
    private static final String DISTANCES = "distances";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cell Neighbors and Clusters") //
        .icon("./clusters.png") //
        .shortDescription("Joins each cell to its nearest neighbors and finds clusters by Leiden or Louvain.") //
        .fullDescription("""
                Finds for each cell the nearest others in an embedding, makes the graph that scanpy's \
                <tt>pp.neighbors</tt> makes of them, and searches it for clusters. Use it after PCA, Cell Embed or any \
                other step that adds an embedding.
                <ul>
                  <li><b>Neighbors:</b> exact up to 200,000 cells. Above, by an approximate search (random trees) that \
                  depends on the seed alone; a warning then tells which share of the true neighbors it found.</li>
                  <li><b>Graph:</b> UMAP's connectivities with scanpy's numbers. Graph and distances are kept in the \
                  data (<tt>obsp</tt>), in the place of former ones, so that UMAP and the scores use the same.</li>
                  <li><b>Clusters:</b> modularity with a resolution, improved until nothing changes. Clusters are \
                  numbered by size, the largest is 0.</li>
                  <li><b>Several resolutions</b> are computed side by side, for the table. Where the truth is given, \
                  the table also tells at which resolution the clusters agree with it best. That is an evaluation, \
                  not a way to choose: whoever chooses by it has used the truth.</li>
                  <li><b>Reproducible:</b> the same seed gives the same result, whatever the number of processors.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with an embedding (obsm), for example from PCA or Cell Embed.",
                AnnDataPortObject.TYPE) //
            .addOutputPort("Clustered AnnData", "The data with the cluster of each cell (obs) and the graph of "
                + "neighbors (obsp). Everything else is shared with the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Resolutions", "One row per resolution: the number of clusters, the sizes of the largest "
                + "and the smallest, and the modularity; where cells are compared with the truth, also the "
                + "normalized mutual information (NMI, arithmetic mean) and the adjusted Rand index (ARI).")) //
        .model(m -> m //
            .parametersClass(CellNeighborsAndClustersParameters.class) //
            .configure(CellNeighborsAndClustersNodeFactory::configure) //
            .execute(CellNeighborsAndClustersNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("clustering", "Leiden", "Louvain", "nearest neighbors", "kNN", "community detection", "scRNA-seq",
            "AnnData", "Scanpy", "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1038/s41598-019-41695-z", "Leiden (Scientific Reports)");

    public CellNeighborsAndClustersNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CellNeighborsAndClustersParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        out.setOutSpec(1, ResolutionTable.spec(parameters.isCompared()));
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(data.outline().withObsp(CONNECTIVITIES).withObsp(DISTANCES)
            .withObs(List.of(new ColumnOutline(name(parameters, data.outline()), Kind.CATEGORICAL, List.of())),
                note(parameters))));
    }

    private static void check(final CellNeighborsAndClustersParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        parameters.guess(data);
        NeighborGraphs.check(parameters.m_embedding, parameters.m_neighbors, data);
        if (parameters.isCompared() && data.obsColumn(parameters.m_truth).isEmpty()) {
            throw Messages.invalid("The cells have no annotation '%s' to compare with.".formatted(parameters.m_truth),
                "Choose another annotation in the dialog.", "Set 'Compare with' to none.");
        }
    }

    private static String name(final CellNeighborsAndClustersParameters parameters, final AnnDataOutline data) {
        return Tables.uniqueName(parameters.m_name, data.obs().stream().map(ColumnOutline::name).toList());
    }

    private static String note(final CellNeighborsAndClustersParameters parameters) {
        return "Clusters '%s' by %s, resolution %s, %d neighbors in '%s'".formatted(parameters.m_name,
            parameters.m_method.name().toLowerCase(Locale.ROOT), parameters.m_resolution,
            parameters.m_neighbors, parameters.m_embedding);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final CellNeighborsAndClustersParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var graph = NeighborGraphs.of(data, parameters.m_embedding, parameters.m_distance,
                parameters.m_neighbors, parameters.m_seed, warnings, progress.part(0, 0.6));
            NeighborGraphs.warnOfParts(graph.connectivities(), "a cluster cannot reach over two of them.", warnings);
            final var findings = new ResolutionScan(parameters.m_method.algorithm(), parameters.m_seed,
                Runtime.getRuntime().availableProcessors()).find(graph.connectivities(), parameters.resolutions(),
                    progress.part(0.6, 0.9));
            final var name = name(parameters, outline);
            out.setOutData(0, AnnDataWriter.extend(input, exec)
                .obs(data.obs(), Map.of(name, column(findings.get(0).communities())), note(parameters))
                .obsp(CONNECTIVITIES, RowBlocks.of(graph.connectivities()), progress.part(0.9, 0.94))
                .obsp(DISTANCES, RowBlocks.of(graph.distances()), progress.part(0.94, 0.98))
                .uns(uns(data, graph, name, parameters)).finish());
            out.setOutData(1, ResolutionTable.write(findings, truth(data, parameters, warnings), exec,
                progress.part(0.98, 1)));
            warnOfSingles(findings.get(0), warnings);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static CategoricalColumn column(final Groups clusters) {
        return new CategoricalColumn(clusters.of(), clusters.names(), false);
    }

    private static Groups truth(final AnnData data, final CellNeighborsAndClustersParameters parameters,
        final Warnings warnings) {
        if (!parameters.isCompared()) {
            return null;
        }
        final var column = data.obs().column(parameters.m_truth).orElseThrow(); // checked before
        if (column.missingCount() > 0) {
            warnings.add("%,d of %,d cells have no '%s' and take no part in the comparison.", column.missingCount(),
                column.size(), parameters.m_truth);
        }
        final var groups = Groups.of(column);
        if (groups.count() == 0) {
            throw new ScelmoException("No cell has a value of '%s', so there is nothing to compare with."
                .formatted(parameters.m_truth), "Choose another annotation in the dialog.",
                "Set 'Compare with' to none.");
        }
        return groups;
    }

    private static void warnOfSingles(final Finding finding, final Warnings warnings) {
        final int cells = finding.communities().cells();
        if (cells > 1 && finding.communities().count() == cells) {
            warnings.add("Every cell is a cluster of its own; lower the resolution.");
        }
    }

    /** What scanpy's pp.neighbors and tl.leiden note. */
    private static Map<String, Object> uns(final AnnData data, final NeighborGraph graph, final String name,
        final CellNeighborsAndClustersParameters parameters) {
        final Map<String, Object> params = new LinkedHashMap<>();
        params.put("n_neighbors", (long)parameters.m_neighbors);
        params.put("method", "umap");
        params.put("random_state", (long)parameters.m_seed);
        params.put("metric", parameters.m_distance.name().toLowerCase(Locale.ROOT));
        params.put("use_rep", parameters.m_embedding);
        graph.recall().ifPresent(recall -> params.put("recall", recall));
        final Map<String, Object> uns = new LinkedHashMap<>(data.uns());
        uns.put("neighbors",
            Map.of("connectivities_key", CONNECTIVITIES, "distances_key", DISTANCES, "params", params));
        uns.put(name, Map.of("params", Map.of("resolution", parameters.m_resolution, "random_state",
            (long)parameters.m_seed, "n_iterations", -1L)));
        final var graphs = Origins.note(Origins.note(uns, Origins.obsp(CONNECTIVITIES),
            Origins.obsm(parameters.m_embedding)), Origins.obsp(DISTANCES), Origins.obsm(parameters.m_embedding));
        return Origins.note(graphs, Origins.obs(name), Origins.obsp(CONNECTIVITIES));
    }
}
