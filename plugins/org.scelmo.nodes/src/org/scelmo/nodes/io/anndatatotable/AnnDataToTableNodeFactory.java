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
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.FrameTables;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.VectorColumns;
import org.scelmo.nodes.support.VectorForm;

/** Turns parts of AnnData into a table with one row per cell. */
public final class AnnDataToTableNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("AnnData to Table") //
        .icon("./anndata-to-table.png") //
        .shortDescription("Turns annotations, chosen genes and an embedding of the cells into a table.") //
        .fullDescription("""
                Creates a table with one row per cell from the parts of AnnData that are chosen. Use it to filter, \
                join, chart or learn from single-cell data with any other node.
                <ul>
                  <li><b>Annotations:</b> all annotations of the cells (obs), in their order.</li>
                  <li><b>Genes:</b> the expression (X) of the named genes, one number column each. A name that the \
                  data do not have is an error.</li>
                  <li><b>Embedding:</b> one embedding (obsm), as a list column or as one number column per \
                  dimension.</li>
                </ul>
                RowIDs are the names of the cells; where a name occurs more than once, a number is appended. Where the \
                name of a column is taken, a number is appended.
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "The data to turn into a table.", AnnDataPortObject.TYPE) //
            .addOutputTable("Table", "One row per cell, with the chosen columns.")) //
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
        out.setOutSpec(0, spec == null ? null : spec(parameters, spec.outline()));
    }

    private static DataTableSpec spec(final AnnDataToTableParameters parameters, final AnnDataOutline outline)
        throws InvalidSettingsException {
        final var columns = new ArrayList<DataColumnSpec>();
        if (parameters.m_includeObs) {
            FrameTables.spec(outline.obs()).forEach(columns::add);
        }
        if (!parameters.genes().isEmpty() && !outline.hasExpression()) {
            throw Messages.invalid("Genes are named, but the data have no expression matrix X.",
                "Clear the list of genes in the dialog.", "Choose another matrix in the AnnData Reader.");
        }
        parameters.genes().forEach(gene -> columns.add(Tables.column(gene, DoubleCell.TYPE)));
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
            final var spec = spec(parameters, input.getSpec().outline());
            final var exec = in.getExecutionContext();
            out.setOutData(0, table(spec, input.open(), parameters, exec, ExecutionProgress.of(exec)));
        });
    }

    private static BufferedDataTable table(final DataTableSpec spec, final AnnData data,
        final AnnDataToTableParameters parameters, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final List<Column> obs =
            parameters.m_includeObs ? List.copyOf(data.obs().columns().values()) : List.<Column>of();
        final var expression = ExpressionColumns.read(data, parameters.genes(), progress.part(0, 0.5));
        final DenseMatrix embedding = parameters.hasEmbedding() ? data.obsm().get(parameters.m_embedding) : null;
        final var vectors = embedding == null ? null
            : new VectorColumns(parameters.m_embedding, embedding.columns(), parameters.m_form);
        return Tables.build(spec, Tables.uniqueIds(data.obs().index()), row -> {
            final var cells = new ArrayList<DataCell>(spec.getNumColumns());
            obs.forEach(column -> cells.add(FrameTables.cell(column, row)));
            for (final var gene : expression.values()) {
                cells.add(new DoubleCell(gene[row]));
            }
            if (vectors != null) {
                cells.addAll(vectors.cells(embedding.copy(row, 1)[0]));
            }
            return cells.toArray(DataCell[]::new);
        }, exec, progress.part(0.5, 1));
    }
}
