package org.scelmo.nodes.embedding.cellembed;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
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
import org.scelmo.core.embedding.CellEmbedder;
import org.scelmo.core.embedding.EmbeddingReport;
import org.scelmo.core.embedding.RowSumException;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.core.matrix.RowSink;
import org.scelmo.nodes.embedding.cellembed.CellEmbedParameters.EmptyCells;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.EmbeddingPortObject;
import org.scelmo.nodes.port.EmbeddingPortObjectSpec;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.GeneCoverage;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.RawCounts;
import org.scelmo.nodes.support.Tables;
import org.scelmo.nodes.support.Warnings;

/** Turns the expression of cells into vectors by averaging the vectors of their genes. */
public final class CellEmbedNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cell Embed") //
        .icon("./cell-embed.png") //
        .shortDescription("Turns the expression of each cell into a vector by averaging the vectors of its genes.") //
        .fullDescription("""
                Computes scELMo's zero-shot cell embeddings: the vector of a cell is the average of the vectors of its \
                genes, weighted by their expression. The vectors of the genes carry what a language model knows about \
                them. Use the result to annotate, cluster or compare cells without any training.
                <ul>
                  <li><b>Weighted average (wa):</b> a cell's expression is divided by its sum over all genes. Values \
                  must not be negative in sum, so that scaled (z-scored) data are refused.</li>
                  <li><b>Arithmetic average (aa):</b> the sum of expression times vector is divided by the number of \
                  genes.</li>
                  <li><b>Genes without a vector</b> contribute nothing, but count in the sum and in the number of \
                  genes. The match report tells which they are and how much of the expression they carry.</li>
                  <li><b>Input:</b> log-normalized expression as X, as in the paper. Nothing is normalized here.</li>
                  <li><b>Precision:</b> vectors are 32-bit numbers. The result does not depend on the number of \
                  processors.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X.", AnnDataPortObject.TYPE) //
            .addInputPort("Embedding", "Vectors of the genes, from the Embedding Reader.", EmbeddingPortObject.TYPE) //
            .addOutputPort("Embedded AnnData", "The data with the vectors of the cells as a further embedding (obsm). "
                + "Everything else is shared with the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Match report", GeneCoverage.DESCRIPTION)) //
        .model(m -> m //
            .parametersClass(CellEmbedParameters.class) //
            .configure(CellEmbedNodeFactory::configure) //
            .execute(CellEmbedNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("cell embedding", "zero-shot", "scRNA-seq", "AnnData", "Scanpy", "Seurat", "GenePT", "LLM", "GenAI",
            "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public CellEmbedNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CellEmbedParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        final EmbeddingPortObjectSpec embedding = in.getInPortSpec(1);
        out.setOutSpec(1, GeneCoverage.SPEC);
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, data.outline());
        final int dimensions = embedding == null ? AnnDataOutline.UNKNOWN : embedding.dimensions();
        out.setOutSpec(0, new AnnDataPortObjectSpec(
            data.outline().withObsm(name(parameters, data.outline()), dimensions, note(parameters))));
    }

    private static void check(final CellEmbedParameters parameters, final AnnDataOutline data)
        throws InvalidSettingsException {
        Expression.check(data);
        GeneCoverage.checkColumn(parameters.m_geneColumn, data);
    }

    private static String name(final CellEmbedParameters parameters, final AnnDataOutline data) {
        return Tables.uniqueName(parameters.m_name, data.obsm().keySet());
    }

    private static String note(final CellEmbedParameters parameters) {
        return "Embedding '%s' by Cell Embed, %s".formatted(parameters.m_name, switch (parameters.m_mode) {
            case WEIGHTED -> "weighted average (wa)";
            case ARITHMETIC -> "arithmetic average (aa)";
        });
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final CellEmbedParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final EmbeddingPortObject vectors = in.getInPortObject(1);
            final var outline = input.getSpec().outline();
            check(parameters, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            final var data = input.open();
            final var genes = vectors.open();
            final var coverage =
                GeneCoverage.of(data, parameters.m_geneColumn, genes, progress.part(0, 0.1));
            coverage.warn(warnings);
            RawCounts.warn(data.x().orElseThrow(), warnings);
            out.setOutData(0, AnnDataWriter.extend(input, exec)
                .obsm(name(parameters, outline), genes.dimensions(), note(parameters), sink -> embed(data,
                    coverage.vectors(), genes.dimensions(), parameters, sink, warnings, progress.part(0.1, 0.95)))
                .finish());
            out.setOutData(1, coverage.write(exec, progress.part(0.95, 1)));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static void embed(final AnnData data, final float[][] vectors, final int dimensions,
        final CellEmbedParameters parameters, final RowSink sink, final Warnings warnings, final Progress progress)
        throws IOException {
        final var x = data.x().orElseThrow();
        final var embedder = new CellEmbedder(vectors, dimensions, parameters.m_mode.averaging(),
            Runtime.getRuntime().availableProcessors());
        try {
            warn(embedder.embed(x, sink, progress), parameters, warnings);
        } catch (final NonFiniteValueException e) {
            throw Expression.named(e, data);
        } catch (final RowSumException e) {
            throw e.named(data.obs().index()[(int)e.row()]);
        }
    }

    private static void warn(final EmbeddingReport report, final CellEmbedParameters parameters,
        final Warnings warnings) {
        if (report.zeroCells() > 0 && parameters.m_emptyCells == EmptyCells.FAIL) {
            throw new ScelmoException(
                "%d of %d cells have no counts.".formatted(report.zeroCells(), report.cells()),
                "Filter out cells without counts before this node.",
                "Set 'Cells without counts' to zero vector in the dialog.");
        }
        if (report.zeroCells() > 0) {
            warnings.add("%,d of %,d cells have no counts; their vectors are zero.",
                report.zeroCells(), report.cells());
        }
        if (report.unmatchedCells() > 0) {
            warnings.add("%,d of %,d cells have counts only in genes without a vector; their vectors are zero.",
                report.unmatchedCells(), report.cells());
        }
    }
}
