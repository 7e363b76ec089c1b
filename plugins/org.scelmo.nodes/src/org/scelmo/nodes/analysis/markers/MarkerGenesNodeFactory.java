package org.scelmo.nodes.analysis.markers;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.stats.MarkerGenes;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Finds the genes that tell groups of cells apart. */
public final class MarkerGenesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Marker Genes") //
        .icon("./marker-genes.png") //
        .shortDescription("Finds the genes that cells of a group express more than others.") //
        .fullDescription("""
                Does what scanpy's <tt>rank_genes_groups</tt> does, with the same numbers. Use it to name clusters, or \
                to see what differs between patients and controls.
                <ul>
                  <li><b>Score:</b> how far the group is above the others: the standardized rank sum (Wilcoxon) or t. \
                  Genes come by falling score; those of the same score in the order of the data. A gene that is \
                  constant everywhere has score 0; one that is constant on both sides, but not the same, has an \
                  infinite t.</li>
                  <li><b>p values</b> are two-sided; adjusted ones are corrected for the number of genes by Benjamini \
                  and Hochberg, in each group on its own. Values below 1e-308 are 0. Groups that were found in the \
                  same expression, as clusters are, make all p values too small: take them as a ranking.</li>
                  <li><b>Log2 fold change:</b> of the means, taken back from logarithms and each plus 1e-9, as scanpy \
                  does. It is missing where means are negative, as of scaled data.</li>
                  <li><b>Fractions:</b> the shares of cells that have the gene, in the group and in the cells it was \
                  compared with.</li>
                  <li><b>Groups</b> of one cell are left out; as a reference they are refused. Cells without a group \
                  count among the others, as in scanpy, unless they are left out.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression and an annotation that tells their groups.",
                AnnDataPortObject.TYPE) //
            .addOutputTable("Marker genes", "One row per group and gene: rank, score, log2 fold change, p value, "
                + "adjusted p value, and the fractions of cells that have the gene.")) //
        .model(m -> m //
            .parametersClass(MarkerGenesParameters.class) //
            .configure(MarkerGenesNodeFactory::configure) //
            .execute(MarkerGenesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("differential expression", "DEG", "rank_genes_groups", "Wilcoxon", "t-test", "cluster", "scRNA-seq",
            "AnnData", "Scanpy", "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1111/j.2517-6161.1995.tb02031.x", "Benjamini and Hochberg (1995)");

    public MarkerGenesNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MarkerGenesParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            parameters.check(data.outline());
        }
        out.setOutSpec(0, MarkerTable.SPEC);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final MarkerGenesParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            parameters.check(input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var warnings = new Warnings();
            final var x = expression(data, parameters);
            final var groups =
                ChosenGroups.of(data.obs().column(parameters.m_groups).orElseThrow(), parameters, warnings);
            ExpressionLook.warn(x, warnings);
            final var found = MarkerGenes.find(x, groups, parameters.test(), progress.part(0, 0.9));
            final var table = new MarkerTable(parameters, data.var().index()).write(found, exec, progress.part(0.9, 1));
            if (table.size() == 0) {
                warnings.add("No gene passes the limits.");
            }
            out.setOutData(0, table);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static RowBlocks expression(final AnnData data, final MarkerGenesParameters parameters) {
        return parameters.m_matrix.equals(MarkerGenesParameters.X) ? data.x().orElseThrow()
            : data.layers().get(parameters.m_matrix);
    }
}
