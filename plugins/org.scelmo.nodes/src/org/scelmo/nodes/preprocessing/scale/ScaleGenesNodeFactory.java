package org.scelmo.nodes.preprocessing.scale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.anndata.Column;
import org.scelmo.core.anndata.RealColumn;
import org.scelmo.core.preprocess.Scaling;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.port.ColumnOutline.Kind;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.Messages;

/** Gives all genes the same spread. */
public final class ScaleGenesNodeFactory extends DefaultNodeFactory {

    private static final String MEAN = "mean";
    private static final String DEVIATION = "std";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Scale Genes") //
        .icon("./scale-genes.png") //
        .shortDescription("Gives every gene mean 0 and standard deviation 1, so that all weigh the same.") //
        .fullDescription("""
                Does what scanpy's <tt>scale</tt> does: z-scores of genes over all cells. Use it between Highly \
                Variable Genes and PCA if genes of low expression shall weigh as much as those of high expression.
                <ul>
                  <li><b>Disk space:</b> centered values are hardly ever zero. Keep only the highly variable genes \
                  before, or do not center. Memory does not grow with the data.</li>
                  <li><b>Standard deviation:</b> with n − 1. Genes that do not vary are not divided.</li>
                  <li><b>Maximum:</b> as in scanpy 1.9 and Seurat, only large values are limited, not those far below \
                  0.</li>
                  <li><b>Annotations added</b> to the genes: <tt>mean</tt> and <tt>std</tt>, as they were before. \
                  Those of the same name are replaced.</li>
                  <li><b>Not for Cell Embed,</b> which weighs genes by expression: give it the data from before this \
                  node.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X.", AnnDataPortObject.TYPE) //
            .addOutputPort("Scaled AnnData", "The data with scaled expression as X. All else, but the annotations of "
                + "genes, is shared with the input.", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(ScaleGenesParameters.class) //
            .configure(ScaleGenesNodeFactory::configure) //
            .execute(ScaleGenesNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("scale", "z-score", "standardize", "ScaleData", "scRNA-seq", "AnnData", "Scanpy", "Seurat",
            "scELMo") //
        .addExternalResource("https://doi.org/10.1186/s13059-017-1382-0", "Scanpy (Genome Biology)");

    public ScaleGenesNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ScaleGenesParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        Expression.check(data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(data.outline().withNote(note(parameters)).withVar(
            List.of(new ColumnOutline(MEAN, Kind.REAL, List.of()), new ColumnOutline(DEVIATION, Kind.REAL, List.of())),
            genesNote())));
    }

    private static String note(final ScaleGenesParameters parameters) {
        return "X by Scale Genes: " + (parameters.m_center ? "z-scores" : "divided by the standard deviation")
            + (parameters.m_clip ? String.format(Locale.ROOT, ", at most %s", parameters.m_max) : "");
    }

    private static String genesNote() {
        return "Genes' mean and std before by Scale Genes";
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final ScaleGenesParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            Expression.check(input.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var x = data.x().orElseThrow();
            final var scaling = Scaling.of(x, progress.part(0, 0.3));
            final var scaled =
                parameters.m_center ? scaling.centered(x, parameters.max()) : scaling.divided(x, parameters.max());
            final Map<String, Column> columns = new LinkedHashMap<>();
            columns.put(MEAN, new RealColumn(scaling.mean()));
            columns.put(DEVIATION, new RealColumn(scaling.deviation()));
            out.setOutData(0, AnnDataWriter.extend(input, exec).x(scaled, note(parameters), progress.part(0.3, 1))
                .var(data.var(), columns, genesNote()).finish());
        });
    }
}
