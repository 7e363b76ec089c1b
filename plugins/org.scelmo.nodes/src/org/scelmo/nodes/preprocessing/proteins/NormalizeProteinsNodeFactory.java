package org.scelmo.nodes.preprocessing.proteins;

import java.io.IOException;

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
import org.scelmo.core.matrix.DenseBlocks;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.preprocess.CenteredLogRatio;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Makes the counts of surface proteins comparable by their centered log-ratio. */
public final class NormalizeProteinsNodeFactory extends DefaultNodeFactory {

    private static final String LAYER = "counts";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Normalize Proteins") //
        .icon("./normalize-proteins.png") //
        .shortDescription("Transforms protein counts, as of CITE-seq, by the centered log-ratio (CLR).") //
        .fullDescription("""
                Does what muon's <tt>clr</tt> and Seurat's <tt>NormalizeData</tt> with method CLR do: log(1 + x / g), \
                where g is the exponential of the mean of log(1 + x). Use it on antibody counts, where a few proteins \
                make up most of the counts and equal sums would mislead.
                <ul>
                  <li><b>Optional:</b> the authors of scELMo leave proteins as they are. For their results give the \
                  counts to Cell Embed directly.</li>
                  <li><b>Cells without any protein</b> stay without; a warning counts them. They have no weighted \
                  average: remove them with Cell and Gene Filter, at least 1 gene.</li>
                  <li><b>Zeros</b> stay zeros, so that sparse data stay sparse. They count in the mean.</li>
                  <li><b>Negative values</b> are refused: they are normalized already, for example by DSB.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with protein counts as X or as an embedding (obsm).",
                AnnDataPortObject.TYPE) //
            .addOutputPort("Normalized AnnData", "The data with the transformed values as X or as a further embedding. "
                + "Everything else is shared with the input.", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NormalizeProteinsParameters.class) //
            .configure(NormalizeProteinsNodeFactory::configure) //
            .execute(NormalizeProteinsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("CLR", "centered log-ratio", "CITE-seq", "ADT", "antibody", "surface protein", "muon", "AnnData",
            "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1038/nmeth.4380", "CITE-seq (Nature Methods)") //
        .addExternalResource("https://doi.org/10.1186/s13059-021-02577-8", "muon (Genome Biology)");

    public NormalizeProteinsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NormalizeProteinsParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        final var source = ProteinSource.of(parameters.m_proteins, data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(outline(data.outline(), source, parameters)));
    }

    private static AnnDataOutline outline(final AnnDataOutline data, final ProteinSource source,
        final NormalizeProteinsParameters parameters) {
        if (source.embedding().isPresent()) {
            final var from = source.embedding().get();
            final var name = source.resultName(data);
            return data.withObsm(name, data.obsm().get(from), note(name, parameters));
        }
        return (parameters.m_keepCounts ? data.withLayer(LAYER, keptNote()) : data).withNote(note("X", parameters));
    }

    private static String note(final String what, final NormalizeProteinsParameters parameters) {
        return "%s by Normalize Proteins: CLR, %s".formatted(what,
            parameters.m_margin == NormalizeProteinsParameters.Margin.CELLS ? "each protein over the cells"
                : "each cell over the proteins");
    }

    private static String keptNote() {
        return "Layer 'counts' by Normalize Proteins: X before";
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final NormalizeProteinsParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            final var source = ProteinSource.of(parameters.m_proteins, outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final RowBlocks counts = source.embedding().<RowBlocks> map(name -> new DenseBlocks(data.obsm().get(name)))
                .orElseGet(() -> data.x().orElseThrow());
            final var ratio = CenteredLogRatio.of(counts, parameters.m_margin.margin(), progress.part(0, 0.5));
            out.setOutData(0, write(input, ratio.apply(counts), source, parameters, exec, progress.part(0.5, 1)));
            final var warnings = new Warnings();
            warn(ratio, counts.rows(), warnings);
            warnings.tell(out::setWarningMessage);
        });
    }

    private static AnnDataPortObject write(final AnnDataPortObject input, final RowBlocks values,
        final ProteinSource source, final NormalizeProteinsParameters parameters, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final var writer = AnnDataWriter.extend(input, exec);
        if (source.embedding().isPresent()) {
            final var name = source.resultName(input.getSpec().outline());
            return writer.obsm(name, values.columns(), note(name, parameters),
                sink -> DenseBlocks.write(values, sink, progress::checkCanceled)).finish();
        }
        if (parameters.m_keepCounts) {
            writer.keepX(LAYER, keptNote());
        }
        return writer.x(values, note("X", parameters), progress).finish();
    }

    private static void warn(final CenteredLogRatio ratio, final long cells, final Warnings warnings) {
        if (!ratio.wholeNumbers()) {
            warnings.add("Not all values are whole numbers; CLR is made for counts. Are they normalized already?");
        }
        if (ratio.emptyCells() > 0) {
            warnings.add("%,d of %,d cells have no protein counts and stay so; Cell and Gene Filter can remove them.",
                ratio.emptyCells(), cells);
        }
    }
}
