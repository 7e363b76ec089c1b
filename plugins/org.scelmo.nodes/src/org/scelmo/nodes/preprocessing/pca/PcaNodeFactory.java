package org.scelmo.nodes.preprocessing.pca;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.BooleanColumn;
import org.scelmo.core.matrix.RowBlocks;
import org.scelmo.core.matrix.SelectedBlocks;
import org.scelmo.core.preprocess.Pca;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Expression;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Tables;

/** Principal components of expression. */
public final class PcaNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("PCA") //
        .icon("./pca.png") //
        .shortDescription("Computes the principal components of expression, without making sparse data dense.") //
        .fullDescription("""
                Computes what scanpy's <tt>pca</tt> computes with the solver arpack: the directions in which the cells \
                differ most. Use it on log-normalized expression, as a baseline for vectors from a language model, or \
                before clustering.
                <ul>
                  <li><b>Centering:</b> genes are centered, not scaled. The zeros of X are never stored.</li>
                  <li><b>Sign:</b> the cell with the largest absolute score of a component has a positive one.</li>
                  <li><b>Variance</b> and its ratio are also kept in the data, in <tt>uns</tt> as <tt>pca</tt>, and \
                  the loadings in <tt>varm</tt> as <tt>PCs</tt> (0 for genes that took no part), as scanpy does.</li>
                  <li><b>Precision:</b> 64-bit numbers; components are iterated until they are exact to about seven \
                  digits. The result does not depend on the number of processors.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "Cells with log-normalized expression X.", AnnDataPortObject.TYPE) //
            .addOutputPort("AnnData with components", "The data with the scores of the cells as a further embedding "
                + "(obsm). Everything else is shared with the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Variance", "One row per component: the variance it explains, and its share of the "
                + "variance of all genes that took part, alone and cumulative.") //
            .addOutputTable("Loadings", "One row per gene that took part: its weight in each component, of vectors of "
                + "length 1.")) //
        .model(m -> m //
            .parametersClass(PcaParameters.class) //
            .configure(PcaNodeFactory::configure) //
            .execute(PcaNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("principal component analysis", "dimension reduction", "SVD", "scRNA-seq", "AnnData", "Scanpy",
            "Seurat", "scELMo") //
        .addExternalResource("https://doi.org/10.1186/s13059-017-1382-0", "Scanpy (Genome Biology)");

    public PcaNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PcaParameters parameters = in.getParameters();
        parameters.validate();
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        out.setOutSpec(1, PcaTables.VARIANCE);
        out.setOutSpec(2, PcaTables.loadingsSpec(parameters.m_components));
        if (data == null) {
            out.setOutSpec(0, null); // the data are known once the node before is executed
            return;
        }
        Expression.check(data.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(data.outline().withObsm(name(parameters, data.outline()),
            parameters.m_components, note(parameters)).withVarm(PcaTables.LOADINGS, parameters.m_components)));
    }

    private static String name(final PcaParameters parameters, final AnnDataOutline data) {
        return Tables.uniqueName(parameters.m_name, data.obsm().keySet());
    }

    private static String note(final PcaParameters parameters) {
        return "Embedding '%s' by PCA, %d components".formatted(parameters.m_name, parameters.m_components);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final PcaParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var outline = input.getSpec().outline();
            Expression.check(outline);
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var data = input.open();
            final var genes = genes(data, parameters);
            final var x = matrix(data, genes);
            final var pca = Pca.of(x, parameters.m_components, parameters.m_seed, progress.part(0, 0.9));
            final Map<String, Object> uns = new LinkedHashMap<>(data.uns());
            uns.put("pca", PcaTables.uns(pca, genes.length < data.genes()));
            out.setOutData(0, AnnDataWriter.extend(input, exec)
                .obsm(name(parameters, outline), parameters.m_components, note(parameters),
                    sink -> pca.scores(x, sink, progress.part(0.9, 0.98)))
                .varm(PcaTables.LOADINGS, PcaTables.loadings(pca, genes, data.genes()), Progress.NONE)
                .uns(uns).finish());
            out.setOutData(1, PcaTables.variance(pca, exec, progress.part(0.98, 0.99)));
            final var names = Arrays.stream(genes).mapToObj(j -> data.var().index()[j]).toArray(String[]::new);
            out.setOutData(2, PcaTables.loadings(pca, names, exec, progress.part(0.99, 1)));
        });
    }

    /** A gene whose mark is missing does not take part. */
    private static int[] genes(final AnnData data, final PcaParameters parameters) {
        final var all = IntStream.range(0, data.genes());
        return parameters.m_highlyVariable
            && data.var().column("highly_variable").orElse(null) instanceof BooleanColumn marked
                ? all.filter(j -> !marked.isMissing(j) && marked.values()[j]).toArray() : all.toArray();
    }

    private static RowBlocks matrix(final AnnData data, final int[] genes) {
        final var x = data.x().orElseThrow();
        return genes.length == data.genes() ? x
            : new SelectedBlocks(x, IntStream.range(0, data.cells()).toArray(), genes);
    }
}
