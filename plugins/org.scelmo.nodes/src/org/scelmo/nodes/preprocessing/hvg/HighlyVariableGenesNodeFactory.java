package org.scelmo.nodes.preprocessing.hvg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Frame;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.FrameTables;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Marks the genes that vary more than others of similar expression. */
public final class HighlyVariableGenesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Highly Variable Genes") //
        .icon("./highly-variable-genes.png") //
        .shortDescription("Marks the genes that vary more between cells than others of similar expression.") //
        .fullDescription("""
                Does what scanpy's <tt>highly_variable_genes</tt> does, in the flavors seurat, cell_ranger and \
                seurat_v3, with the same genes as result. Use it before a principal component analysis, which then \
                sees the genes that tell cells apart.
                <ul>
                  <li><b>Seurat and Cell Ranger</b> take log-normalized expression as X, from Normalize Counts. Counts \
                  give other genes; a warning says so. Remove genes that no cell expresses before, as they take part \
                  in the bins.</li>
                  <li><b>Seurat v3</b> takes counts, which Normalize Counts keeps as the layer <tt>counts</tt>. \
                  Normalized values are refused; other fractions, such as estimated counts, give a warning. Genes that \
                  tie come in the order of the data.</li>
                  <li><b>Annotations added</b> to the genes: <tt>highly_variable</tt>, <tt>means</tt>, \
                  <tt>dispersions</tt> and <tt>dispersions_norm</tt>; with Seurat v3 <tt>highly_variable_rank</tt>, \
                  <tt>variances</tt> and <tt>variances_norm</tt> in the place of dispersions. Those of the same name \
                  are replaced.</li>
                  <li><b>Batches:</b> genes are chosen in each batch; those chosen in more batches come first, then \
                  those of a higher mean normalized dispersion. With Seurat v3 the median rank decides first. Cells \
                  without a batch are left out.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X, or with counts for Seurat v3.",
                AnnDataPortObject.TYPE) //
            .addOutputPort("AnnData with variable genes", "The data with the genes marked, or with these genes only.",
                AnnDataPortObject.TYPE) //
            .addOutputTable("Gene statistics", "One row per gene of the input: whether it is highly variable, its mean "
                + "and its dispersion or variance, as measured and normalized.")) //
        .model(m -> m //
            .parametersClass(HighlyVariableGenesParameters.class) //
            .configure(HighlyVariableGenesNodeFactory::configure) //
            .execute(HighlyVariableGenesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("HVG", "feature selection", "dispersion", "highly_variable_genes", "seurat_v3", "scRNA-seq",
            "AnnData", "Scanpy", "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1038/nbt.3192", "Seurat (Nature Biotechnology)") //
        .addExternalResource("https://doi.org/10.1016/j.cell.2019.05.031", "Seurat v3 (Cell)");

    public HighlyVariableGenesNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final HighlyVariableGenesParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        final var columns = GeneMarks.outlines(parameters.takesCounts(), parameters.isBatched());
        out.setOutSpec(0, null); // the data are known once the node before is executed
        out.setOutSpec(1, FrameTables.spec(columns));
        if (data != null) {
            check(parameters, data.outline());
            final var marked = data.outline().withVar(columns, note(parameters));
            out.setOutSpec(0, new AnnDataPortObjectSpec(parameters.m_keepOnly
                ? marked.withSize(marked.cells(), AnnDataOutline.UNKNOWN, "Highly variable genes only") : marked));
        }
    }

    private static void check(final HighlyVariableGenesParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        if (parameters.takesCounts()) {
            CountsSource.of(parameters.m_counts, data);
        } else {
            Expression.check(data);
        }
        if (parameters.isBatched() && data.obsColumn(parameters.m_batch).isEmpty()) {
            throw Messages.invalid(
                "The batch annotation '%s' is missing in the data.".formatted(parameters.m_batch),
                "Choose another one in the dialog, or none.");
        }
    }

    private static String note(final HighlyVariableGenesParameters parameters) {
        final var choice = parameters.choice().top() == 0 ? "cutoffs" : parameters.choice().top() + " genes";
        return "Genes marked by Highly Variable Genes: " + parameters.m_flavor.name().toLowerCase(Locale.ROOT) + ", "
            + choice + (parameters.isBatched() ? ", per " + parameters.m_batch : "");
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final HighlyVariableGenesParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var warnings = new Warnings();
            final var found = find(data, outline, parameters, warnings, progress.part(0, 0.6));
            if (found.genes().length == 0) {
                throw new ScelmoException("No gene is highly variable.",
                    "Widen the cutoffs, or select a number of genes.", "Check that X holds log-normalized expression.");
            }
            out.setOutData(1, FrameTables.write(new Frame(data.var().index(), found.columns()), exec,
                progress.part(0.6, 0.7)));
            out.setOutData(0, write(input, data, found, parameters, exec, progress.part(0.7, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static GeneMarks find(final AnnData data, final AnnDataOutline outline,
        final HighlyVariableGenesParameters parameters, final Warnings warnings, final Progress progress)
        throws IOException, InvalidSettingsException {
        final var search = new GeneSearch(data, parameters, warnings);
        return parameters.takesCounts()
            ? search.inCounts(CountsSource.of(parameters.m_counts, outline), progress)
            : search.inLogarithms(progress);
    }

    private static AnnDataPortObject write(final AnnDataPortObject input, final AnnData data, final GeneMarks found,
        final HighlyVariableGenesParameters parameters, final ExecutionContext exec, final Progress progress)
        throws IOException {
        if (!parameters.m_keepOnly) {
            return AnnDataWriter.extend(input, exec).var(data.var(), found.columns(), note(parameters)).finish();
        }
        Frame var = data.var();
        for (final var column : found.columns().entrySet()) {
            var = var.with(column.getKey(), column.getValue());
        }
        final List<String> notes = new ArrayList<>(input.getSpec().outline().notes());
        notes.add(note(parameters) + String.format(Locale.ROOT, "; kept %,d of %,d genes", found.genes().length,
            data.genes()));
        final var cells = IntStream.range(0, data.cells()).toArray();
        return AnnDataWriter.write(data.withVar(var).select(cells, found.genes()), notes, exec, progress);
    }
}
