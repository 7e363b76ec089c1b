package org.scelmo.nodes.visualization.dotplot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

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
import org.scelmo.core.anndata.Groups;
import org.scelmo.core.preprocess.GroupExpression;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;
import org.scelmo.nodes.view.ViewPage;

/** Shows how groups of cells express genes. */
public final class DotPlotNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Dot Plot") //
        .icon("./dot-plot.png") //
        .shortDescription("Shows how strongly, and in how many cells, groups of cells express genes.") //
        .fullDescription("""
                Draws a dot for each gene and group of cells: its size tells in which share of the cells the gene is \
                expressed, its color how strongly on average. Use it to check cell types by their marker genes.
                <ul>
                  <li><b>Expression:</b> means are over all cells of a group, those without the gene included; \
                  expressed is what is above 0. Take log-normalized data.</li>
                  <li><b>Genes:</b> as named in the dialog, or some chosen that tell the groups apart at a glance. \
                  These are not tested; Marker Genes does that.</li>
                  <li><b>Cells without a group</b> are left out.</li>
                  <li><b>Colors:</b> in the view also from the lowest to the highest mean of each gene.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X and groups (obs).",
                AnnDataPortObject.TYPE) //
            .addOutputTable("Dots", "One row per gene and group: number of cells of the group, fraction of them that "
                + "express the gene, mean expression.")) //
        .model(m -> m //
            .parametersClass(DotPlotParameters.class) //
            .configure(DotPlotNodeFactory::configure) //
            .execute(DotPlotNodeFactory::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("marker genes", "cluster", "cell type", "expression", "single cell", "AnnData", "Scanpy", "scELMo") //
        .addView(v -> v //
            .withoutParameters() //
            .description("Genes across, groups down: size for the share of cells, color for mean expression.") //
            .page(p -> p.fromString(DotPlotNodeFactory::page).relativePath("dot-plot.html")) //
            .initialData(d -> d.data(DotTable::view)));

    public DotPlotNodeFactory() {
        super(NODE);
    }

    private static String page() {
        return ViewPage.html(DotPlotNodeFactory.class, "Dot Plot", "wide-drawing.css", "dot-plot.js");
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DotPlotParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            check(parameters, data.outline());
        }
        out.setOutSpec(0, DotTable.SPEC);
    }

    private static void check(final DotPlotParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        parameters.guess(data);
        Expression.check(data);
        if (parameters.m_groups == null || data.obsColumn(parameters.m_groups).isEmpty()) {
            throw Messages.invalid(parameters.m_groups == null ? "The cells have no annotation that can be groups."
                : "The cells have no annotation '%s'.".formatted(parameters.m_groups),
                "Choose another annotation in the dialog.",
                "Add annotations of cells with Add Cell Annotations before this node.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final DotPlotParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            check(parameters, input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var names = data.var().index();
            final var named = positions(parameters.genes(), names, warnings);
            final var expression = GroupExpression.of(data.x().orElseThrow(),
                Groups.of(data.obs().column(parameters.m_groups).orElseThrow()), progress.part(0, 0.95));
            final var genes = named.length > 0 ? named : expression.distinct(parameters.m_perGroup);
            final var table = DotTable.of(expression, genes, names, exec, progress.part(0.95, 1));
            out.setOutData(0, table);
            out.setInternalData(table);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static int[] positions(final List<String> wanted, final String[] names, final Warnings warnings) {
        final var position = new HashMap<String, Integer>();
        for (int i = names.length - 1; i >= 0; i--) {
            position.put(names[i], i);
        }
        final List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(position.keySet());
        if (!missing.isEmpty() && missing.size() == wanted.size()) {
            throw new ScelmoException("The data have none of the genes, such as '%s'.".formatted(missing.get(0)),
                "Check the names of the genes in the dialog.",
                "Put Map Gene Identifiers before this node if the data name genes in another way.");
        }
        if (!missing.isEmpty()) {
            warnings.add("%,d of %,d genes are not in the data: %s.", missing.size(), wanted.size(),
                String.join(", ", missing.subList(0, Math.min(3, missing.size()))));
        }
        return wanted.stream().filter(position::containsKey).mapToInt(position::get).toArray();
    }
}
