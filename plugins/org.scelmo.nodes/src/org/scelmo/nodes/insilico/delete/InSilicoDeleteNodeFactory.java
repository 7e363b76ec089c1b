package org.scelmo.nodes.insilico.delete;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.enrich.GeneSet;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.GeneSetFile;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NamedRows;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Tells which genes, once deleted, bring diseased cells closer to healthy ones. */
public final class InSilicoDeleteNodeFactory extends DefaultNodeFactory {

    /** So many annotations are named at most where one is missing. */
    private static final int SHOWN = 10;

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
                  <li><b>p and q:</b> one-sided, high scores count; q is adjusted (Benjamini-Hochberg) over the genes \
                  that are deleted, in each cell type by itself. By default p is the share of random genes of similar \
                  expression whose deletion scores at least as high. If all genes are deleted, each is also the \
                  comparison of others, and q stays near 1 whatever the data: ask for few, chosen beforehand, or \
                  compare with the <i>mean</i> of genes expressed alike, by bootstraps. Cells are drawn, not donors: \
                  p says nothing of other patients.</li>
                  <li><b>Gene sets</b> of a GMT file, such as pathways, are deleted as a whole and compared to random \
                  sets of as many genes that are expressed alike. Their intervals are made as those of genes.</li>
                  <li><b>No experiment:</b> a score says how vectors move, not what a knock-out would do.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("AnnData", g -> g.name("AnnData") //
                .description("Cells with log-normalized expression X and an annotation of the condition.")
                .fixed(AnnDataPortObject.TYPE)) //
            .addInputPortGroup("Embedding", g -> g.name("Embedding") //
                .description("Vectors of the genes, or gene factors of a trained adaptor.")
                .fixed(EmbeddingPortObject.TYPE)) //
            .addInputPortGroup("Genes", g -> g.name("Genes") //
                .description("Optional: a table of the genes to delete, one per row, in place of the setting.")
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Scores", g -> g.name("Scores") //
                .description("One row per deleted gene and cell type, the highest score first.")
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Pairs", g -> g.name("Pairs") //
                .description("One row per deleted pair and cell type: its score, and how much it is above the sum of "
                    + "both single scores. Empty if no pairs are asked for.")
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Gene sets", g -> g.name("Gene sets") //
                .description("One row per deleted gene set and cell type, the highest score first, with p and q "
                    + "against random sets and an interval. Empty if no file of gene sets is chosen.")
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(InSilicoDeleteParameters.class) //
            .configure(InSilicoDeleteNodeFactory::configure) //
            .execute(InSilicoDeleteNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("in silico", "perturbation", "knock-out", "deletion", "drug target", "scRNA-seq", "AnnData",
            "disease", "LLM", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)") //
        .addView(v -> v //
            .withoutParameters() //
            .description("Genes or gene sets: ranked bars with bootstrap intervals, and a volcano of score against "
                + "−log10 of q.") //
            .page(p -> p.fromString(DeletionView::page).relativePath(DeletionView.PAGE)) //
            .initialData(d -> d.data(DeletionView::of)));

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
        if (in.getInPortSpecs().length > InSilicoDeleteParameters.GENES) {
            names(parameters, in.getInTableSpec(InSilicoDeleteParameters.GENES));
        }
        out.setOutSpecs(ScoreTables.SCORES, ScoreTables.PAIRS, ScoreTables.SETS);
    }

    private static NamedRows names(final InSilicoDeleteParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return new NamedRows(table, parameters.m_tableColumn, AnnDataChoices.NONE, "gene");
    }

    private static void check(final InSilicoDeleteParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        checkAnnotation(parameters.m_condition, data);
        if (!AnnDataChoices.isNone(parameters.m_cellType)) {
            checkAnnotation(parameters.m_cellType, data);
        }
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static void checkAnnotation(final String name, final AnnDataOutline data) throws InvalidSettingsException {
        if (data.obsColumn(name).isEmpty()) {
            final var labels = data.obs().stream().filter(c -> c.kind().isLabel()).map(ColumnOutline::name).limit(SHOWN)
                .collect(Collectors.joining(", "));
            throw Messages.invalid("The cells have no annotation '%s'.".formatted(name),
                labels.isEmpty() ? "Add annotations before, with Add Cell Annotations."
                    : "Choose another annotation in the dialog, such as: %s.".formatted(labels));
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
            final var tables = new DeletionRun(data.open(), vectors.open(), list(in, parameters, warnings, progress),
                sets(parameters, warnings, progress), parameters, warnings).run(progress.part(0, 0.9));
            final var scores = table(ScoreTables.SCORES, tables.scores(), exec, progress.part(0.9, 0.95));
            out.setOutData(0, scores);
            out.setOutData(1, table(ScoreTables.PAIRS, tables.pairs(), exec, progress.part(0.95, 0.97)));
            final var sets = table(ScoreTables.SETS, tables.sets(), exec, progress.part(0.97, 1));
            out.setOutData(2, sets);
            out.setInternalData(scores, sets);
            warnings.tell(out::setWarningMessage);
        });
    }

    /** Genes of the connected table; null if none is connected. */
    private static Collection<String> list(final ExecuteInput in, final InSilicoDeleteParameters parameters,
        final Warnings warnings, final Progress progress) throws InvalidSettingsException {
        if (in.getInPortObjects().length <= InSilicoDeleteParameters.GENES) {
            return null; // NOSONAR the settings decide
        }
        final var table = in.getInTable(InSilicoDeleteParameters.GENES);
        final var genes = names(parameters, table.getDataTableSpec()).read(table, warnings, progress);
        if (genes.isEmpty()) {
            throw new ScelmoException("The table of genes names none.",
                "Check the node before: its table has no rows, or the chosen column is empty.",
                "Remove the port to delete all genes.");
        }
        return genes;
    }

    private static List<GeneSet> sets(final InSilicoDeleteParameters parameters, final Warnings warnings,
        final Progress progress) throws IOException {
        return LocalFile.isChosen(parameters.m_sets)
            ? GeneSetFile.read(parameters.m_sets, warnings, progress.part(0, 0.01)).sets() : List.of();
    }

    private static BufferedDataTable table(final DataTableSpec spec, final List<DataCell[]> rows,
        final ExecutionContext exec, final Progress progress) throws IOException {
        final var ids = new String[rows.size()];
        Arrays.setAll(ids, i -> "Row" + i);
        return Tables.build(spec, ids, rows::get, exec, progress);
    }
}
