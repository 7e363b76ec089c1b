package org.scelmo.nodes.io.anndatawriter;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scelmo.core.io.h5ad.write.H5adWriter;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Writes single-cell data to an .h5ad file. */
public final class AnnDataWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("AnnData Writer") //
        .icon("./anndata-writer.png") //
        .shortDescription("Writes single-cell data to an .h5ad file.") //
        .fullDescription("""
                Writes annotated data in the format of Scanpy: expression, annotations of cells and genes, embeddings, \
                layers and unstructured annotations. Use it to hand data to Python or R, or to keep a result, for \
                example cell embeddings. Files can be opened with anndata 0.8 and newer. Python is not needed.
                <ul>
                  <li><b>Whole or not at all:</b> the file gets its name only when it is complete. If the node is \
                  canceled or fails, nothing is left, and a file that was there stays as it was.</li>
                  <li><b>Size:</b> matrices are written block by block, so that data larger than the memory can be \
                  written.</li>
                  <li><b>Matrices:</b> X and layers are written as sparse rows, embeddings as arrays, both in 32-bit \
                  numbers.</li>
                  <li><b>Missing values:</b> whole numbers and truth values with missing entries become nullable \
                  arrays; texts with missing entries become categories, as anndata itself writes them.</li>
                  <li><b>Names:</b> the format allows no slash in names; it becomes an underscore, and a warning tells \
                  so.</li>
                </ul>
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addInputPort("AnnData", "The data to write.", AnnDataPortObject.TYPE)) //
        .model(m -> m //
            .parametersClass(AnnDataWriterParameters.class) //
            .configure(AnnDataWriterNodeFactory::configure) //
            .execute(AnnDataWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("AnnData", "h5ad", "Scanpy", "Seurat", "export", "save", "scRNA-seq", "single cell", "scELMo") //
        .addExternalResource("https://anndata.readthedocs.io/en/latest/fileformat-prose.html",
            "The file format of anndata");

    public AnnDataWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        in.<AnnDataWriterParameters> getParameters().target().check();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnDataWriterParameters parameters = in.getParameters();
            final AnnDataPortObject input = in.getInPortObject(0);
            final var progress = ExecutionProgress.of(in.getExecutionContext());
            final var opened = input.open();
            final var data =
                parameters.m_history ? History.add(input.getSpec().outline().notes(), opened) : opened;
            final var warnings = new Warnings();
            parameters.target().write((file, existing) -> warnings
                .addAll(H5adWriter.write(data, file, existing, parameters.compression(), progress)));
            warnings.tell(out::setWarningMessage);
        });
    }
}
