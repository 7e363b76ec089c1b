package org.scelmo.nodes.io.anndatatotable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
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
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.matrix.DenseMatrix;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.FrameTables;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.VectorColumns;
import org.scelmo.nodes.support.VectorForm;

/** Turns parts of AnnData into a table with one row per cell. */
public final class AnnDataToTableNodeFactory extends DefaultNodeFactory {

    private static final float[] NO_GENES = {};

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("AnnData to Table") //
        .icon("./anndata-to-table.png") //
        .shortDescription("Turns annotations, chosen genes and an embedding of the cells into a table.") //
        .fullDescription("""
                Creates a table with one row per cell from the parts of AnnData that are chosen. Use it to filter, \
                join, chart or learn from single-cell data with any other node.
                <ul>
                  <li><b>Annotations:</b> all annotations of the cells (obs), in their order.</li>
                  <li><b>Genes:</b> the expression of the named genes or of all, one number column each. A name that \
                  the data do not have is an error.</li>
                  <li><b>Embedding:</b> one embedding (obsm), as a list column or as one number column per \
                  dimension.</li>
                </ul>
                RowIDs are the names of the cells; where a name occurs more than once, a number is appended. Where the \
                name of a column is taken, a number is appended. Expression and embeddings are read as the table is \
                written, so that they may be larger than the memory.
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "The data to turn into a table.", AnnDataPortObject.TYPE) //
            .addOutputTable("Table", "One row per cell, with the chosen columns.") //
            .addOutputTable("Genes", "One row per gene, with all annotations of genes (var). RowIDs are the names of "
                + "the genes.")) //
        .model(m -> m //
            .parametersClass(AnnDataToTableParameters.class) //
            .configure(AnnDataToTableNodeFactory::configure) //
            .execute(AnnDataToTableNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("AnnData", "h5ad", "obs", "obsm", "gene expression", "scRNA-seq", "embedding", "convert", "scELMo");

    public AnnDataToTableNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AnnDataToTableParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec spec = in.getInPortSpec(0);
        if (spec == null) {
            out.setOutSpecs(null, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, spec.outline());
        // the names of all genes are known once the data are read
        out.setOutSpec(0, parameters.m_allGenes ? null : spec(parameters, spec.outline(), parameters.genes()));
        out.setOutSpec(1, FrameTables.spec(spec.outline().var()));
    }

    private static void check(final AnnDataToTableParameters parameters, final AnnDataOutline outline)
        throws InvalidSettingsException {
        if (!AnnDataChoices.isNone(parameters.m_matrix) && !outline.layers().contains(parameters.m_matrix)) {
            throw Messages.invalid("The layer '%s' is missing in the data.".formatted(parameters.m_matrix),
                "Choose another matrix in the dialog.", "Keep the layers in the AnnData Reader.");
        }
        if (parameters.hasGenes() && AnnDataChoices.isNone(parameters.m_matrix) && !outline.hasExpression()) {
            throw Messages.invalid("Genes are chosen, but the data have no expression matrix X.",
                "Choose no genes in the dialog.", "Choose another matrix in the AnnData Reader.");
        }
    }

    private static DataTableSpec spec(final AnnDataToTableParameters parameters, final AnnDataOutline outline,
        final List<String> genes) throws InvalidSettingsException {
        final var columns = new ArrayList<DataColumnSpec>();
        if (parameters.m_includeObs) {
            FrameTables.spec(outline.obs()).forEach(columns::add);
        }
        genes.forEach(gene -> columns.add(Tables.column(gene, DoubleCell.TYPE)));
        if (parameters.hasEmbedding()) {
            final var dimensions = outline.obsm().get(parameters.m_embedding);
            if (dimensions == null) {
                throw Messages.invalid("The embedding '%s' is missing in the data.".formatted(parameters.m_embedding),
                    "Choose another embedding in the dialog.", "Check the node that makes the embedding.");
            }
            if (dimensions == AnnDataOutline.UNKNOWN && parameters.m_form == VectorForm.COLUMNS) {
                return null; // how many columns there are is known once the embedding is made
            }
            columns.addAll(new VectorColumns(parameters.m_embedding, dimensions, parameters.m_form).specs());
        }
        return Tables.spec(columns);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnDataToTableParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var data = input.open();
            final var index = data.var().index();
            final var genes =
                parameters.m_allGenes ? ChosenGenes.all(index) : ChosenGenes.named(index, parameters.genes());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var spec = spec(parameters, outline, genes.names());
            out.setOutData(0, table(spec, data, genes, parameters, exec, progress.part(0, 0.9)));
            out.setOutData(1, FrameTables.write(data.var(), exec, progress.part(0.9, 1)));
        });
    }

    private static BufferedDataTable table(final DataTableSpec spec, final AnnData data, final ChosenGenes genes,
        final AnnDataToTableParameters parameters, final ExecutionContext exec, final Progress progress)
        throws IOException {
        if (genes.names().isEmpty()) {
            return rows(spec, data, null, parameters, exec, progress);
        }
        final var matrix = AnnDataChoices.isNone(parameters.m_matrix) ? data.x().orElseThrow()
            : data.layers().get(parameters.m_matrix);
        try (var expression = new ExpressionRows(matrix, genes)) {
            return rows(spec, data, expression, parameters, exec, progress);
        }
    }

    /** Expression may be null: then there are no columns of genes. */
    private static BufferedDataTable rows(final DataTableSpec spec, final AnnData data,
        final ExpressionRows expression, final AnnDataToTableParameters parameters, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final List<Column> obs =
            parameters.m_includeObs ? List.copyOf(data.obs().columns().values()) : List.<Column>of();
        final DenseMatrix embedding = parameters.hasEmbedding() ? data.obsm().get(parameters.m_embedding) : null;
        final var vectors = embedding == null ? null
            : new VectorColumns(parameters.m_embedding, embedding.columns(), parameters.m_form);
        return Tables.build(spec, Tables.uniqueIds(data.obs().index()), row -> {
            final var cells = new ArrayList<DataCell>(spec.getNumColumns());
            obs.forEach(column -> cells.add(FrameTables.cell(column, row)));
            for (final float value : expression == null ? NO_GENES : expression.next()) {
                cells.add(new DoubleCell(value));
            }
            if (vectors != null) {
                cells.addAll(vectors.cells(embedding.copy(row, 1)[0]));
            }
            return cells.toArray(DataCell[]::new);
        }, exec, progress);
    }
}
