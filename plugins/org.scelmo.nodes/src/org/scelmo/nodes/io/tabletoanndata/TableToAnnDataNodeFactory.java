package org.scelmo.nodes.io.tabletoanndata;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
import org.scelmo.core.anndata.Frame;
import org.scelmo.core.matrix.RowSink;
import org.scelmo.nodes.io.tabletoanndata.TableToAnnDataParameters.MissingValues;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.StrictVectors;
import org.scelmo.nodes.support.Warnings;

/** Turns a table with one row per cell into AnnData. */
public final class TableToAnnDataNodeFactory extends DefaultNodeFactory {

    private static final int ROWS_PER_REPORT = 256;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Table to AnnData") //
        .icon("./table-to-anndata.png") //
        .shortDescription("Turns a table with one row per cell into annotated data.") //
        .fullDescription("""
                Creates AnnData from a table with one row per cell. Use it for expression that other nodes read or \
                made, for example from a database or a Parquet file. To add columns to AnnData that are there, use Add \
                Cell Annotations instead.
                <ul>
                  <li><b>Genes:</b> number columns become expression (X), as 32-bit numbers. X is stored sparse: \
                  zeros take no space.</li>
                  <li><b>Annotations:</b> numbers, truth values and text stay what they are, and missing values stay \
                  missing. Text in which a value occurs more than once becomes categorical, as in anndata; any other \
                  type becomes text.</li>
                  <li><b>Embeddings:</b> columns of lists of numbers become embeddings (obsm). Each row must have a \
                  whole vector of the same length.</li>
                  <li><b>Names of cells</b> that occur more than once are kept; a warning tells of them.</li>
                  <li><b>Memory:</b> expression and embeddings are read row by row; only names and annotations are \
                  held in memory.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputTable("Table", "One row per cell.") //
            .addOutputPort("AnnData", "The cells in the order of the table.", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(TableToAnnDataParameters.class) //
            .configure(TableToAnnDataNodeFactory::configure) //
            .execute(TableToAnnDataNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("AnnData", "h5ad", "obs", "obsm", "count matrix", "scRNA-seq", "convert", "Scanpy", "scELMo");

    public TableToAnnDataNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final TableToAnnDataParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.names(spec);
        final var annotations = parameters.annotations(spec);
        if (parameters.genes(spec).length + annotations.values().length + annotations.vectors().length == 0) {
            throw Messages.invalid("No column is chosen.", "Choose genes or annotations in the dialog.");
        }
        out.setOutSpec(0, null); // how many cells there are is known once the table is read
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final TableToAnnDataParameters parameters = in.getParameters();
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var genes = parameters.genes(spec);
            final var cells = TableCells.read(table, parameters.names(spec), parameters.annotations(spec),
                progress.part(0, 0.3));
            final var x = new TableExpression(table, Arrays.stream(genes).mapToInt(spec::findColumnIndex).toArray(),
                parameters.m_missing == MissingValues.ZERO);
            out.setOutData(0, write(table, cells, genes.length == 0 ? null : x, new Frame(genes, Map.of()), exec,
                progress.part(0.3, 1)));
            final var warnings = new Warnings();
            warn(cells, x, warnings);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static AnnDataPortObject write(final BufferedDataTable table, final TableCells cells,
        final TableExpression x, final Frame var, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final double steps = 1.0 + cells.vectors().size();
        final var writer = AnnDataWriter.begin(AnnData.of(x, cells.obs(), var),
            List.of(x == null ? "Cells of a table" : "X of a table"), exec, progress.part(0, 1 / steps));
        int step = 1;
        for (final var column : cells.vectors()) {
            final var part = progress.part(step / steps, (step + 1) / steps);
            writer.obsm(column.name(), column.dimensions(), "Embedding '%s' of a table".formatted(column.name()),
                sink -> vectors(table, column, sink, part));
            step++;
        }
        return writer.finish();
    }

    private static void vectors(final BufferedDataTable table, final StrictVectors column, final RowSink sink,
        final Progress progress) throws IOException {
        final var one = new float[1][];
        long done = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                if (done % ROWS_PER_REPORT == 0) {
                    progress.checkCanceled();
                    progress.update((double)done / table.size(), () -> "Writing embedding " + column.name());
                }
                done++;
                one[0] = column.of(rows.next());
                sink.append(one, 1);
            }
        }
    }

    private static void warn(final TableCells cells, final TableExpression x, final Warnings warnings) {
        if (cells.obs().size() == 0) {
            warnings.add("The table has no rows, so that the data have no cells.");
        }
        if (!cells.duplicates().isEmpty()) {
            warnings.add("%,d names of cells occur more than once: %s.", cells.duplicates().size(),
                Warnings.examples(cells.duplicates()));
        }
        if (x.missing() > 0) {
            warnings.add("%,d values of genes were missing or NaN and count as 0.", x.missing());
        }
    }
}
