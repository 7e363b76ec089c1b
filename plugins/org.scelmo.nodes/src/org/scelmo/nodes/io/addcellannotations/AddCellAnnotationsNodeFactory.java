package org.scelmo.nodes.io.addcellannotations;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
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
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.Frame;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.AnnotationBuilder;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.StrictVectors;
import org.scelmo.nodes.support.Warnings;

/** Joins columns of a table to the annotations of cells. */
public final class AddCellAnnotationsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Add Cell Annotations") //
        .icon("./add-cell-annotations.png") //
        .shortDescription("Joins columns of a table to the cells of AnnData by the names of the cells.") //
        .fullDescription("""
                Adds columns of a table to AnnData as annotations of the cells. Use it to bring back what other nodes \
                computed or read for each cell: clusters, predictions, the metadata of donors.
                <ul>
                  <li><b>Join:</b> a row belongs to the cell whose name it has, upper and lower case included. The \
                  order of the table does not matter, and cells keep their order.</li>
                  <li><b>Not matched:</b> cells without row, rows without cell and repeated rows are counted in a \
                  warning and listed in the match report. If no cell at all has a row, the node fails.</li>
                  <li><b>Types:</b> numbers, truth values and text stay what they are, and missing values stay \
                  missing. Text in which a value occurs more than once becomes categorical, as in anndata; any other \
                  type becomes text.</li>
                  <li><b>Embeddings:</b> columns of lists of numbers become embeddings (obsm), which are held in \
                  memory meanwhile.</li>
                  <li><b>Shared:</b> expression and everything else is shared with the input, not copied.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "The data whose cells get annotations.", AnnDataPortObject.TYPE) //
            .addInputTable("Table", "One row per cell, in any order.") //
            .addOutputPort("Annotated AnnData", "The data with the added annotations.", AnnDataPortObject.TYPE) //
            .addOutputTable("Match report", "One row per cell with the RowID of the row it got, if any; then one row "
                + "for each row of the table that was not used.")) //
        .model(m -> m //
            .parametersClass(AddCellAnnotationsParameters.class) //
            .configure(AddCellAnnotationsNodeFactory::configure) //
            .execute(AddCellAnnotationsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("join", "metadata", "obs", "obsm", "AnnData", "h5ad", "scRNA-seq", "Scanpy", "scELMo");

    public AddCellAnnotationsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AddCellAnnotationsParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        final var table = in.getInTableSpec(1);
        parameters.names(table);
        parameters.columns(table);
        out.setOutSpec(0, data == null ? null : new AnnDataPortObjectSpec(
            AddedNames.of(parameters, table, data.outline()).addTo(data.outline(), table)));
        out.setOutSpec(1, JoinReport.SPEC);
    }

    /** What the rows of the table are collected in. */
    private record Collected(AddedNames names, List<AnnotationBuilder> builders, List<StrictVectors> vectors,
        List<float[][]> matrices) {

        static Collected of(final AddedNames names, final DataTableSpec table, final int cells) {
            final var columns = names.columns();
            return new Collected(names,
                Arrays.stream(columns.values())
                    .mapToObj(c -> AnnotationBuilder.of(table.getColumnSpec(c), cells)).toList(),
                Arrays.stream(columns.vectors())
                    .mapToObj(c -> new StrictVectors(table.getColumnSpec(c).getName(), c)).toList(),
                Arrays.stream(columns.vectors()).mapToObj(c -> new float[cells][]).toList());
        }

        void set(final int cell, final DataRow row) {
            for (int k = 0; k < builders.size(); k++) {
                builders.get(k).set(cell, row.getCell(names.columns().values()[k]));
            }
            for (int k = 0; k < vectors.size(); k++) {
                matrices.get(k)[cell] = vectors.get(k).of(row);
            }
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AddCellAnnotationsParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var table = in.getInTable(1);
            final var spec = table.getDataTableSpec();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var obs = input.open().obs();
            final var collected =
                Collected.of(AddedNames.of(parameters, spec, input.getSpec().outline()), spec, obs.size());
            final var join = new CellJoin(obs.index());
            join.read(table, parameters.names(spec), parameters.m_duplicates, collected::set, progress.part(0, 0.6));
            final var warnings = new Warnings();
            join.check(parameters.m_withoutRow, !collected.vectors().isEmpty(), warnings);
            out.setOutData(0, write(input, obs, collected, exec));
            out.setOutData(1, JoinReport.write(obs.index(), join, exec, progress.part(0.8, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static AnnDataPortObject write(final AnnDataPortObject input, final Frame obs, final Collected collected,
        final ExecutionContext exec) throws IOException {
        final var names = collected.names();
        final var writer = AnnDataWriter.extend(input, exec);
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (int k = 0; k < names.obs().size(); k++) {
            columns.put(names.obs().get(k), collected.builders().get(k).build());
        }
        if (!columns.isEmpty()) {
            writer.obs(obs, columns, names.note());
        }
        for (int k = 0; k < names.obsm().size(); k++) {
            final var matrix = collected.matrices().get(k);
            writer.obsm(names.obsm().get(k), collected.vectors().get(k).dimensions(), names.note(),
                sink -> sink.append(matrix, matrix.length));
        }
        return writer.finish();
    }
}
