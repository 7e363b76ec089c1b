package org.scelmo.nodes.annotation.knn;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.anndata.Origins;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.port.ColumnOutline;
import org.scelmo.nodes.support.Distance;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Transfers labels from reference cells to the cells nearest to them. */
public final class KnnAnnotateNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("kNN Annotate") //
        .icon("./knn-annotate.png") //
        .shortDescription("Gives each cell the label that most of its nearest reference cells have.") //
        .fullDescription("""
                Transfers a label, for example the cell type, from annotated reference cells to other cells: the \
                nearest reference cells of each cell vote, and the label with most votes wins. Use it after Cell Embed \
                to annotate a new data set without any training.
                <ul>
                  <li><b>Two data sets:</b> connect the annotated data to the first input and the new data to the \
                  second. Both must have the embedding, made with the same gene vectors.</li>
                  <li><b>One data set:</b> connect it to both inputs and split it by an annotation of the cells, for \
                  example annotate one donor from the others.</li>
                  <li><b>Exact:</b> all pairs of cells are compared, so that the result is the same in every run and \
                  on every machine. Equal distances are ordered by the position of the reference cell.</li>
                  <li><b>Confidence:</b> the winner's share of the votes, between 0 and 1. It is no probability.</li>
                  <li><b>Missing labels:</b> reference cells without a label do not vote; cells without a value to \
                  split by are neither reference nor query.</li>
                </ul>
                With the cosine distance the two averages of Cell Embed give the same result.
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("Reference", "Cells with known labels and an embedding.", AnnDataPortObject.TYPE) //
            .addInputPort("Query", "Cells to annotate, with the same embedding. May be the same data as the reference "
                + "if the cells are split.", AnnDataPortObject.TYPE) //
            .addOutputPort("Annotated AnnData", "The query data with the predicted label and its confidence as "
                + "annotations of the cells; missing for cells that were not annotated. Everything else is shared with "
                + "the input.", AnnDataPortObject.TYPE) //
            .addOutputTable("Predictions", "One row per annotated cell: the known label if the query has one, the "
                + "predicted label, its confidence, the runner-up with its share of the votes, and the distance to the "
                + "nearest reference cell.")) //
        .model(m -> m //
            .parametersClass(KnnAnnotateParameters.class) //
            .configure(KnnAnnotateNodeFactory::configure) //
            .execute(KnnAnnotateNodeFactory::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("kNN", "k nearest neighbors", "cell type annotation", "label transfer", "zero-shot", "scRNA-seq",
            "AnnData", "Scanpy", "Seurat", "embedding", "LLM", "scELMo") //
        .addExternalResource("https://doi.org/10.1016/j.patter.2025.101431", "scELMo (Patterns)");

    public KnnAnnotateNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final KnnAnnotateParameters parameters = in.getParameters();
        final AnnDataPortObjectSpec reference = in.getInPortSpec(0);
        final AnnDataPortObjectSpec query = in.getInPortSpec(1);
        if (reference == null || query == null) {
            out.setOutSpecs(null, null); // the data are known once the node before is executed
            return;
        }
        check(parameters, reference.outline(), query.outline());
        final var prediction = PredictionColumns.of(parameters, query.outline());
        out.setOutSpec(0, new AnnDataPortObjectSpec(prediction.addTo(query.outline())));
        out.setOutSpec(1, prediction.tableSpec());
    }

    private static void check(final KnnAnnotateParameters parameters, final AnnDataOutline reference,
        final AnnDataOutline query) throws InvalidSettingsException {
        parameters.guess(reference);
        parameters.check();
        checkEmbedding(parameters.m_embedding, reference, query);
        checkAnnotation(parameters.m_label, "label", reference, "reference");
        if (parameters.isSplit()) {
            checkAnnotation(parameters.m_splitColumn, "split", reference, "reference");
            checkAnnotation(parameters.m_splitColumn, "split", query, "query");
        }
        if (reference.cells() == 0) {
            throw Messages.invalid("The reference is empty: the data at the first input have no cells.",
                "Check the file or filter that the reference comes from.");
        }
        if (parameters.m_neighbors > reference.cells()) {
            throw Messages.invalid(
                "%d neighbors are wanted, but the reference has only %d cells.".formatted(parameters.m_neighbors,
                    reference.cells()),
                "Lower the number of neighbors in the dialog.", "Use a reference with more cells.");
        }
    }

    private static void checkEmbedding(final String name, final AnnDataOutline reference, final AnnDataOutline query)
        throws InvalidSettingsException {
        if (name == null) {
            throw Messages.invalid("The reference has no embedding to compare cells by.",
                "Add one with Cell Embed before this node.");
        }
        final var left = reference.obsm().get(name);
        final var right = query.obsm().get(name);
        if (left == null || right == null) {
            throw Messages.invalid(
                "The embedding '%s' is missing in the %s.".formatted(name, left == null ? "reference" : "query"),
                "Choose another embedding in the dialog.",
                "Embed both inputs with Cell Embed under the same name.");
        }
        if (left != AnnDataOutline.UNKNOWN && right != AnnDataOutline.UNKNOWN && !left.equals(right)) {
            throw Messages.invalid("The embedding '%s' has %d dimensions in the reference, but %d in the query."
                .formatted(name, left, right), "Embed both with the same gene vectors.");
        }
    }

    private static void checkAnnotation(final String name, final String purpose, final AnnDataOutline outline,
        final String where) throws InvalidSettingsException {
        if (name == null) {
            throw Messages.invalid("No %s annotation is chosen, and none could be guessed.".formatted(purpose),
                "Choose one in the dialog.", "Use reference data whose cells are annotated.");
        }
        final var column = outline.obsColumn(name).orElseThrow(() -> Messages.invalid(
            "The %s annotation '%s' is missing in the %s.".formatted(purpose, name, where),
            "Choose another annotation in the dialog; there are: %s.".formatted(
                String.join(", ", outline.obs().stream().map(ColumnOutline::name).toList()))));
        if (!column.kind().isLabel()) {
            throw Messages.invalid("The %s annotation '%s' holds real numbers, but labels are needed."
                .formatted(purpose, name), "Choose an annotation that holds text, whole numbers or truth values.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final KnnAnnotateParameters parameters = in.getParameters();
            final AnnDataPortObject reference = in.getInPortObject(0);
            final AnnDataPortObject query = in.getInPortObject(1);
            check(parameters, reference.getSpec().outline(), query.getSpec().outline());
            final var exec = in.getExecutionContext();
            final var warnings = new Warnings();
            final var data = query.open();
            final var result = new QueryAnnotator(parameters, warnings).annotate(reference.open(), data,
                ExecutionProgress.of(exec.createSubProgress(0.9)));
            final var columns = PredictionColumns.of(parameters, query.getSpec().outline());
            out.setOutData(0, AnnDataWriter.extend(query, exec)
                .obs(data.obs(), columns.added(result), note(parameters))
                .uns(Origins.note(data.uns(), Origins.obs(columns.prediction()),
                    Origins.obsm(parameters.m_embedding)))
                .finish());
            final var progress = ExecutionProgress.of(exec.createSubProgress(0.1));
            out.setOutData(1, columns.table(result, data.obs(), exec, progress));
            warnings.tell(out::setWarningMessage);
        });
    }

    private static String note(final KnnAnnotateParameters parameters) {
        return "Labels '%s' by kNN Annotate, %d neighbors, %s distance in '%s'".formatted(parameters.m_label,
            parameters.m_neighbors, parameters.m_distance == Distance.COSINE ? "cosine" : "Euclidean",
            parameters.m_embedding);
    }
}
