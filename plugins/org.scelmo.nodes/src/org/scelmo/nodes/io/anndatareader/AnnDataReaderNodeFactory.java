package org.scelmo.nodes.io.anndatareader;

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
import org.scelmo.core.ScelmoException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.io.AnnDataReader;
import org.scelmo.core.io.h5ad.FiniteCheck;
import org.scelmo.nodes.io.anndatareader.AnnDataReaderParameters.Matrix;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.port.AnnDataWriter;
import org.scelmo.nodes.support.ExecutionProgress;
import org.scelmo.nodes.support.FrameTables;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;
import org.scelmo.nodes.support.Warnings;

/** Reads single-cell data from a file of any known format. */
public final class AnnDataReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("AnnData Reader") //
        .icon("./anndata-reader.png") //
        .shortDescription("Reads single-cell data from .h5ad, .h5mu, 10x, MatrixMarket or text files.") //
        .fullDescription("""
                Reads annotated data as Scanpy and most public single-cell data sets have it: the expression of \
                genes in cells with annotations of both. Use it to bring data from Python, or from a repository such \
                as CELLxGENE, into a workflow. Python is not needed.
                <ul>
                  <li><b>AnnData (.h5ad):</b> files of anndata 0.7 and newer, and most older ones. Matrices may be \
                  sparse or dense, of any number type, uncompressed or compressed with gzip, zstd, lzf, lz4 or \
                  blosc.</li>
                  <li><b>MuData (.h5mu):</b> one modality is read.</li>
                  <li><b>10x Genomics (.h5):</b> output of Cell Ranger 2 and newer. Genes are named by their symbols; \
                  their identifiers are in the column gene_ids, as in Scanpy.</li>
                  <li><b>MatrixMarket (.mtx):</b> choose the matrix; the names of cells (barcodes.tsv) and genes \
                  (features.tsv or genes.tsv) must be beside it. Either orientation is recognized.</li>
                  <li><b>Table (.csv, .tsv, .txt):</b> names in the first row and the first column, else numbers \
                  with a decimal point.</li>
                  <li><b>Linking:</b> an AnnData or MuData file may also stay where it is; expression is then read \
                  from it in place. See the option Data.</li>
                  <li><b>Size:</b> imported matrices are copied block by block into the workflow's own storage, so \
                  that data larger than the memory can be read.</li>
                  <li><b>Precision:</b> expression becomes 32-bit numbers.</li>
                  <li><b>Duplicate names:</b> names of cells or genes that occur more than once are kept in the data; \
                  in the tables a number is appended to their RowIDs, and a warning tells so.</li>
                </ul>
                Parts that cannot be represented, for example nested data frames, are left out and named in a warning. \
                External links in the file are never followed.
                """) //
        .sinceVersion(0, 1, 0) //
        .ports(p -> p //
            .addOutputPort("AnnData", "The data: expression X, annotations of cells (obs) and genes (var), "
                + "embeddings (obsm), vectors of genes (varm) and graphs of cells (obsp).", AnnDataPortObject.TYPE) //
            .addOutputTable("Cells", "Annotations of the cells (obs), one row per cell. RowIDs are the cells' names.")
            .addOutputTable("Genes", "Annotations of the genes (var), one row per gene. RowIDs are the genes' names."))
        .model(m -> m //
            .parametersClass(AnnDataReaderParameters.class) //
            .configure(AnnDataReaderNodeFactory::configure) //
            .execute(AnnDataReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("AnnData", "h5ad", "Scanpy", "Seurat", "scRNA-seq", "single cell", "CELLxGENE", "10x", "Cell Ranger",
            "MatrixMarket", "h5mu", "CSV", "scELMo") //
        .addExternalResource("https://anndata.readthedocs.io/en/latest/fileformat-prose.html",
            "The file format of anndata");

    public AnnDataReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AnnDataReaderParameters parameters = in.getParameters();
        parameters.check();
        out.setOutSpecs(null, null, null); // what the file holds is known before execution only if it is near
        if (!LocalFile.isNear(parameters.m_file)) {
            return;
        }
        try {
            final var told = SourceOutlines.of(parameters);
            if (told.isEmpty()) {
                return;
            }
            final var outline = told.get();
            out.setOutSpec(1, FrameTables.spec(outline.obs()));
            // raw and embeddings have names of their own, which only reading tells
            if (parameters.m_matrix == Matrix.X || parameters.m_matrix == Matrix.LAYER) {
                out.setOutSpec(0, new AnnDataPortObjectSpec(outline));
                out.setOutSpec(2, FrameTables.spec(outline.var()));
            }
        } catch (final ScelmoException e) {
            throw Messages.invalid(e);
        } catch (final IOException e) {
            throw Messages.invalid(e);
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnDataReaderParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = ExecutionProgress.of(exec);
            final var warnings = new Warnings();
            try (var file = LocalFile.open(parameters.m_file);
                var source = AnnDataReader.open(file.path(), parameters.choices())) {
                final var places = parameters.links() ? Links.places(source, file, parameters) : null;
                final var content = source.read(parameters.selection(), progress.part(0, 0.1));
                warnings.addAll(content.notes());
                final var data = parameters.m_keepLayers ? content.data() : content.data().withoutLayers();
                final var note = "%s of %s".formatted(parameters.matrixName(), file.name());
                final var storing = progress.part(0.1, 0.8);
                out.setOutData(0, places == null ? write(data, note, exec, storing, warnings)
                    : AnnDataWriter.link(data, file.path(), places, note, exec, storing));
                out.setOutData(1, FrameTables.write(data.obs(), exec, progress.part(0.8, 0.9)));
                out.setOutData(2, FrameTables.write(data.var(), exec, progress.part(0.9, 1)));
            }
            warnings.tell(out::setWarningMessage);
        });
    }

    private static AnnDataPortObject write(final AnnData data, final String note, final ExecutionContext exec,
        final Progress progress, final Warnings warnings) throws IOException {
        final var finite = new FiniteCheck(data);
        final var written = AnnDataWriter.write(finite.data(), note, exec, progress);
        finite.finding().ifPresent(warnings::add);
        return written;
    }
}
