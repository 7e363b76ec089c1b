package org.scelmo.nodes.io.embeddingtotable;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.VectorColumns;
import org.scelmo.nodes.support.VectorForm;

/** Turns named vectors into a table. */
public final class EmbeddingToTableNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Name";

    private static final String VECTOR = "Embedding";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Embedding to Table") //
        .icon("./embedding-to-table.png") //
        .shortDescription("Turns the vectors of genes into a table.") //
        .fullDescription("""
                Creates a table with one row per vector: its name, for example a gene symbol, and its numbers. Use it \
                to look at vectors of genes, to compare them, or to hand them to other nodes.
                <ul>
                  <li><b>One list column:</b> all numbers of a vector in one column, as KNIME's AI extension keeps \
                  embeddings.</li>
                  <li><b>One column per dimension:</b> one number column per dimension, as most nodes for machine \
                  learning expect it. Published vectors have 1,536 dimensions, so that the table gets wide.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Embedding", "The named vectors to turn into a table.", EmbeddingPortObject.TYPE) //
            .addOutputTable("Table", "One row per vector, in the order of the input. RowIDs are the names.")) //
        .model(m -> m //
            .parametersClass(EmbeddingToTableParameters.class) //
            .configure(EmbeddingToTableNodeFactory::configure) //
            .execute(EmbeddingToTableNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("embedding", "vector", "gene embedding", "GenePT", "LLM", "convert", "scELMo");

    public EmbeddingToTableNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) {
        final EmbeddingPortObjectSpec spec = in.getInPortSpec(0);
        final EmbeddingToTableParameters parameters = in.getParameters();
        // how many columns there are is known once the vectors are read
        final boolean open = spec == null || spec.isOpen() && parameters.m_form == VectorForm.COLUMNS;
        out.setOutSpec(0, open ? null : spec(columns(parameters, spec.dimensions())));
    }

    private static VectorColumns columns(final EmbeddingToTableParameters parameters, final int dimensions) {
        return new VectorColumns(VECTOR, dimensions, parameters.m_form);
    }

    private static DataTableSpec spec(final VectorColumns vectors) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(Tables.column(NAME, StringCell.TYPE));
        columns.addAll(vectors.specs());
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final EmbeddingPortObject input = in.getInPortObject(0);
            final var exec = in.getExecutionContext();
            final var embedding = input.open();
            final var vectors = columns(in.getParameters(), embedding.dimensions());
            final var names = embedding.names().toArray(String[]::new);
            out.setOutData(0, Tables.build(spec(vectors), names, row -> {
                final var cells = new ArrayList<DataCell>();
                cells.add(new StringCell(names[row]));
                cells.addAll(vectors.cells(embedding.vectors().copy(row, 1)[0]));
                return cells.toArray(DataCell[]::new);
            }, exec, ExecutionProgress.of(exec)));
        });
    }
}
