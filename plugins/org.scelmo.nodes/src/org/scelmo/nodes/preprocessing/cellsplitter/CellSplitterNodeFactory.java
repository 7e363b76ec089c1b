package org.scelmo.nodes.preprocessing.cellsplitter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
import org.scelmo.core.anndata.AnnData;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.NamedRows;
import org.scelmo.nodes.support.Warnings;

/** Splits cells into those that are chosen and the others. */
public final class CellSplitterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cell Splitter") //
        .icon("./cell-splitter.png") //
        .shortDescription("Splits cells in two: by an annotation, at random, or by a table.") //
        .fullDescription("""
                Sends the chosen cells to the first output and all others to the second. Use it to go on with some \
                clusters, cell types or donors only, or to keep cells for a test.
                <ul>
                  <li><b>Values:</b> cells whose annotation has one of the chosen values, as \
                  <tt>adata[adata.obs["leiden"].isin([...])]</tt> in Scanpy.</li>
                  <li><b>Numbers:</b> cells whose annotation lies in a range, bounds included.</li>
                  <li><b>Random share:</b> the cells that scikit-learn's <tt>train_test_split</tt> learns from with \
                  the same <tt>train_size</tt> and <tt>random_state</tt>; if wanted so that each value of an \
                  annotation has its share in both parts (<tt>stratify</tt>).</li>
                  <li><b>Table:</b> add the port <i>Cells</i> to choose the cells that the rows of a table name.</li>
                </ul>
                Cells without the annotation are never chosen. Their order stays, embeddings, layers and graphs are \
                cut to the same cells, and categories that no cell has any more are dropped, as in Scanpy.
                """) //
        .sinceVersion(0, 1, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("AnnData", g -> g.name("AnnData") //
                .description("The cells to split.").fixed(AnnDataPortObject.TYPE)) //
            .addInputPortGroup("Cells", g -> g.name("Cells") //
                .description("Optional: a table of the cells to choose, one per row, in place of the settings.")
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Chosen cells", g -> g.name("Chosen cells") //
                .description("The cells that are chosen, for example to learn from.").fixed(AnnDataPortObject.TYPE)) //
            .addOutputPortGroup("Other cells", g -> g.name("Other cells") //
                .description("All other cells, for example for a test.").fixed(AnnDataPortObject.TYPE))) //
        .model(m -> m //
            .parametersClass(CellSplitterParameters.class) //
            .configure(CellSplitterNodeFactory::configure) //
            .execute(CellSplitterNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("subset", "filter cells", "partition", "train test split", "stratified", "held-out", "scRNA-seq",
            "AnnData", "Scanpy", "scELMo");

    public CellSplitterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CellSplitterParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (in.getInPortSpecs().length > CellSplitterParameters.CELLS) {
            names(parameters, in.getInTableSpec(CellSplitterParameters.CELLS));
        } else {
            parameters.check();
            if (data != null) {
                CellChoice.check(parameters, data.outline());
            }
        }
        out.setOutSpecs(part(data, "chosen"), part(data, "others"));
    }

    private static AnnDataPortObjectSpec part(final AnnDataPortObjectSpec data, final String part) {
        return data == null ? null
            : new AnnDataPortObjectSpec(data.outline().reduced("Cells (%s) by Cell Splitter".formatted(part)));
    }

    private static NamedRows names(final CellSplitterParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return new NamedRows(table, parameters.m_tableColumn, AnnDataChoices.NONE, "cell");
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final CellSplitterParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var chosen = choose(in, parameters, data, warnings, progress.part(0, 0.1));
            final var others = (BitSet)chosen.clone();
            others.flip(0, data.cells());
            warn(chosen.cardinality(), data.cells(), warnings);
            out.setOutData(0, write(input, data, chosen, "chosen", exec, progress.part(0.1, 0.55)));
            out.setOutData(1, write(input, data, others, "others", exec, progress.part(0.55, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static BitSet choose(final ExecuteInput in, final CellSplitterParameters parameters, final AnnData data,
        final Warnings warnings, final Progress progress) throws InvalidSettingsException {
        if (in.getInPortObjects().length > CellSplitterParameters.CELLS) {
            final var table = in.getInTable(CellSplitterParameters.CELLS);
            return CellChoice.named(names(parameters, table.getDataTableSpec()).read(table, warnings, progress),
                data.obs(), warnings);
        }
        CellChoice.check(parameters, in.<AnnDataPortObject> getInPortObject(0).getSpec().outline());
        return CellChoice.of(parameters, data.obs(), warnings);
    }

    private static void warn(final int chosen, final int cells, final Warnings warnings) {
        if (chosen == 0) {
            warnings.add("No cell is chosen: the first output has none.");
        } else if (chosen == cells) {
            warnings.add("All cells are chosen: the second output has none.");
        }
    }

    /** Nothing is written if all cells are there. */
    private static AnnDataPortObject write(final AnnDataPortObject input, final AnnData data, final BitSet cells,
        final String part, final ExecutionContext exec, final Progress progress) throws IOException {
        final int count = cells.cardinality();
        if (count == data.cells()) {
            return AnnDataWriter.extend(input, exec).finish();
        }
        final List<String> notes = new ArrayList<>(input.getSpec().outline().notes());
        notes.add(String.format(Locale.ROOT, "%,d of %,d cells (%s) by Cell Splitter", count, data.cells(), part));
        return AnnDataWriter.write(part,
            data.select(cells.stream().toArray(), IntStream.range(0, data.genes()).toArray()), notes, exec, progress);
    }
}
