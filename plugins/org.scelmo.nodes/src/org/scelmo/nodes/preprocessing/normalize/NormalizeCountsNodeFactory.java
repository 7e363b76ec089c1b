package org.scelmo.nodes.preprocessing.normalize;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.ScelmoException;
import org.scelmo.core.preprocess.Normalization;
import org.scelmo.core.preprocess.NormalizationCheck;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.preprocessing.normalize.NormalizeCountsParameters.Normalized;
import org.scelmo.nodes.preprocessing.normalize.NormalizeCountsParameters.Target;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Makes the expression of cells comparable: equal sums, then the logarithm. */
public final class NormalizeCountsNodeFactory extends DefaultNodeFactory {

    private static final String LAYER = "counts";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Normalize Counts") //
        .icon("./normalize-counts.png") //
        .shortDescription("Scales the counts of each cell to the same sum and takes the logarithm.") //
        .fullDescription("""
                Does what scanpy's <tt>normalize_total</tt> and <tt>log1p</tt> do. Use it on counts before all steps \
                that need log-normalized expression, such as Cell Embed.
                <ul>
                  <li><b>Already normalized?</b> The values are looked at first. If they are fractions and each cell \
                  has the same sum, or they are as small as logarithms, a warning says what was seen.</li>
                  <li><b>Negative values</b> are refused: scaled (z-scored) data cannot be normalized.</li>
                  <li><b>Cells without counts</b> stay without; a warning counts them.</li>
                  <li><b>Proteins:</b> leave them as they are, as the paper does; this node is for RNA.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with counts as X.", AnnDataPortObject.TYPE) //
            .addOutputPort("Normalized AnnData", "The data with normalized expression as X. Everything else is shared "
                + "with the input.", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(NormalizeCountsParameters.class) //
            .configure(NormalizeCountsNodeFactory::configure) //
            .execute(NormalizeCountsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("normalize_total", "log1p", "library size", "CPM", "scRNA-seq", "AnnData", "Scanpy", "Seurat",
            "scELMo") //
        .addExternalResource("https://doi.org/10.1186/s13059-017-1382-0", "Scanpy (Genome Biology)");

    public NormalizeCountsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final NormalizeCountsParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        Expression.check(data.outline());
        AnnDataOutline outline = data.outline();
        if (parameters.m_keepCounts) {
            outline = outline.withLayer(LAYER, keptNote());
        }
        out.setOutSpec(0, new AnnDataPortObjectSpec(outline.withNote(note(parameters))));
    }

    private static String keptNote() {
        return "Layer 'counts' by Normalize Counts: X before";
    }

    private static String note(final NormalizeCountsParameters parameters) {
        final var target = parameters.m_target == Target.MEDIAN ? "the median"
            : number(parameters.m_targetSum);
        return "X by Normalize Counts: each cell sums to " + target + (parameters.m_log ? ", then log(1 + x)" : "");
    }

    private static String number(final double target) {
        final var format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(target);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final NormalizeCountsParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            Expression.check(input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var x = input.open().x().orElseThrow();
            final var look = NormalizationCheck.of(x, progress.part(0, 0.3));
            final var warnings = new Warnings();
            warn(look, parameters, warnings);
            final var scaled = Normalization.total(x, target(look, parameters));
            final var writer = AnnDataWriter.extend(input, exec);
            if (parameters.m_keepCounts) {
                writer.keepX(LAYER, keptNote());
            }
            out.setOutData(0, writer.x(parameters.m_log ? Normalization.log1p(scaled) : scaled, note(parameters),
                progress.part(0.3, 1)).finish());
            warnings.tell(out::setWarningMessage);
        });
    }

    private static double target(final NormalizationCheck look, final NormalizeCountsParameters parameters) {
        final boolean isEmpty = look.emptyCells() == look.totals().length;
        if (parameters.m_target == Target.MEDIAN && !isEmpty) {
            return look.medianTotal();
        }
        return parameters.m_target == Target.MEDIAN ? 1 : parameters.m_targetSum; // nothing to scale if all is empty
    }

    private static void warn(final NormalizationCheck look, final NormalizeCountsParameters parameters,
        final Warnings warnings) {
        if (look.isNormalized()) {
            final var text = "X looks normalized already. " + look.reason();
            if (parameters.m_ifNormalized == Normalized.FAIL) {
                throw new ScelmoException(text, "Remove this node, or choose the counts in the AnnData Reader.",
                    "Set 'If X looks normalized already' to warn in the dialog.");
            }
            warnings.add("%s", text);
        }
        if (look.emptyCells() > 0) {
            warnings.add("%,d of %,d cells have no counts and stay so.", look.emptyCells(), look.totals().length);
        }
    }
}
