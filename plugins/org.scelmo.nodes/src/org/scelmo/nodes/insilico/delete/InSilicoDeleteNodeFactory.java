package org.scelmo.nodes.insilico.delete;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.Progress;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Tells which genes, once deleted, bring diseased cells closer to healthy ones. */
public final class InSilicoDeleteNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("In-silico Delete") //
        .icon("./in-silico-delete.png") //
        .shortDescription("Deletes genes on paper and tells whether diseased cells come closer to healthy ones.") //
        .fullDescription("""
                Sets the expression of a gene to zero and tells how the cosine between the mean vector of the disease \
                cells and that of the control cells changes, for every gene, with intervals and a comparison to genes \
                that are expressed alike. Use it to find candidate targets, as scELMo does.
                <ul>
                  <li><b>Score:</b> the cosine after the deletion (CS new) minus before (CS old). Positive: the groups \
                  come closer. The paper calls a gene with a score above 0.0001 a candidate.</li>
                  <li><b>Exact:</b> scores equal embedding all cells again, but follow from the means of the groups. \
                  Gene vectors and gene factors of a trained adaptor (with the sum) both serve as embedding.</li>
                  <li><b>Interval:</b> 95 % percentiles over bootstraps of the cells. With the weighted average the \
                  bootstraps leave the sums of the cells as they were, and the interval is moved to the exact \
                  score.</li>
                  <li><b>p and q:</b> p is the share of random genes of similar expression whose deletion scores at \
                  least as high, q is adjusted (Benjamini-Hochberg) over the genes that are deleted. As all genes are \
                  each other's comparison, q rarely becomes small if all are deleted: ask for few.</li>
                  <li><b>No experiment:</b> a score says how vectors move, not what a knock-out would do.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X and an annotation of the condition.",
                AnnDataPortObject.TYPE) //
            .addInputPort("Embedding", "Vectors of the genes.", EmbeddingPortObject.TYPE) //
            .addOutputTable("Scores", "One row per deleted gene and cell type, the highest score first.") //
            .addOutputTable("Pairs", "One row per deleted pair and cell type: its score, and how much it is above the "
                + "sum of both single scores. Empty if no pairs are asked for.")) //
        .model(m -> m //
            .parametersClass(InSilicoDeleteParameters.class) //
            .configure(InSilicoDeleteNodeFactory::configure) //
            .execute(InSilicoDeleteNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("in silico", "perturbation", "knock-out", "deletion", "drug target", "scRNA-seq", "AnnData",
            "disease", "LLM", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public InSilicoDeleteNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final InSilicoDeleteParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        parameters.check();
        if (data != null) {
            check(parameters, data.outline());
        }
        out.setOutSpecs(ScoreTables.SCORES, ScoreTables.PAIRS);
    }

    private static void check(final InSilicoDeleteParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        if (!data.hasExpression()) {
            throw Messages.invalid("The data have no expression matrix X.",
                "Choose another matrix, for example a layer, in the AnnData Reader.");
        }
        checkAnnotation(parameters.m_condition, data);
        if (!AnnDataChoices.isNone(parameters.m_cellType)) {
            checkAnnotation(parameters.m_cellType, data);
        }
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void checkAnnotation(final String name, final AnnDataOutline data) throws InvalidSettingsException {
        if (data.obsColumn(name).isEmpty()) {
            throw Messages.invalid("The cells have no annotation '%s'.".formatted(name),
                "Choose another annotation in the dialog.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final InSilicoDeleteParameters parameters = in.getParameters();
            final AnnDataPortObject data = in.getInPortObject(0);
            final EmbeddingPortObject vectors = in.getInPortObject(1);
            parameters.check();
            check(parameters, data.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var tables =
                new DeletionRun(data.open(), vectors.open(), parameters, warnings).run(progress.part(0, 0.9));
            out.setOutData(0, table(ScoreTables.SCORES, tables.scores(), exec, progress.part(0.9, 0.95)));
            out.setOutData(1, table(ScoreTables.PAIRS, tables.pairs(), exec, progress.part(0.95, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static BufferedDataTable table(final DataTableSpec spec, final List<DataCell[]> rows,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final var ids = new String[rows.size()];
        Arrays.setAll(ids, i -> "Row" + i);
        return Tables.build(spec, ids, rows::get, exec, progress);
    }
}
