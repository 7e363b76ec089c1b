package org.scelmo.nodes.io.anndatareader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.scelmo.core.io.ReadChoices;
import org.scelmo.core.io.h5ad.Selection;
import org.scelmo.core.io.tenx.TenxChoice;
import org.scelmo.core.io.text.Orientation;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.Messages;

/** Settings of the AnnData Reader. */
final class AnnDataReaderParameters implements NodeParameters {

    /** Which matrix of the file becomes X. */
    enum Matrix {
            @Label(value = "X", description = "The main matrix of the file.")
            X,
            @Label(value = "Raw", description = "The matrix <tt>raw.X</tt> with the genes of <tt>raw.var</tt>, which "
                + "many files keep before genes were filtered.")
            RAW,
            @Label(value = "Layer", description = "One of the layers, for example raw counts.")
            LAYER,
            @Label(value = "Embedding", description = "A matrix of obsm, for example the proteins of CITE-seq.")
            EMBEDDING;
    }

    /** What the rows of a table of text are. */
    enum Rows {
            @Label(value = "Automatic", description = "Told from the names of the rows and columns; cells if they do "
                + "not tell. A warning says what was found.")
            AUTO,
            @Label(value = "Cells", description = "A row per cell and a column per gene.")
            CELLS,
            @Label(value = "Genes", description = "A row per gene and a column per cell.")
            GENES;
    }

    /** Where the matrices are after reading. */
    enum Access {
            @Label(value = "Import into the workflow", description = "X, and layers if they are kept, are copied into "
                + "the workflow, which no longer needs the file then.")
            IMPORT,
            @Label(value = "Link to the file", description = "X, and layers if they are kept, stay in the file and are "
                + "read from it whenever a node needs them. Nothing is copied but annotations and embeddings, so that "
                + "this takes seconds for a file of any size. The file must stay where it is and as it is: its "
                + "length, date and structure are checked each time. For AnnData and MuData files on this computer "
                + "whose matrices are dense or stored by rows (CSR).")
            LINK;
    }

    interface FileRef extends ParameterReference<FileSelection> {
    }

    interface MatrixRef extends ParameterReference<Matrix> {
    }

    static final class IsLayer implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MatrixRef.class).isOneOf(Matrix.LAYER);
        }
    }

    static final class IsEmbedding implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MatrixRef.class).isOneOf(Matrix.EMBEDDING);
        }
    }

    @Widget(title = "File", description = "The file to read: AnnData (<tt>.h5ad</tt>), MuData (<tt>.h5mu</tt>), 10x "
        + "Genomics HDF5 (<tt>.h5</tt>), MatrixMarket (<tt>matrix.mtx</tt>, with <tt>barcodes.tsv</tt> and "
        + "<tt>features.tsv</tt> or <tt>genes.tsv</tt> beside it) or a table of text (<tt>.csv</tt>, <tt>.tsv</tt>, "
        + "<tt>.txt</tt>); text also compressed (<tt>.gz</tt>). The format is told by content. Local files, files "
        + "relative to the workflow or the space, and URLs (<tt>knime://</tt>, <tt>https://</tt>, <tt>file:</tt>) are "
        + "supported; files that are not on this computer are copied while they are read. No default: choose a file.")
    @FileReaderWidget(fileExtensions = {"h5ad", "h5", "h5mu", "mtx", "csv", "tsv", "txt", "gz"})
    @ValueReference(FileRef.class)
    FileSelection m_file = new FileSelection();

    /** Only shows a message. */
    @TextMessage(FileSummary.class)
    Void m_summary;

    @Widget(title = "Data", description = "Whether the expression is copied into the workflow or stays in the file. "
        + "The path of a linked file is kept as it is on this computer: when the workflow is opened on another, "
        + "execute the node again. Every node that needs expression reads a linked file again, which takes longer "
        + "than from the workflow's own storage if the file is compressed. Default: import.")
    @RadioButtonsWidget
    @Migrate(loadDefaultIfAbsent = true)
    Access m_access = Access.IMPORT;

    @Widget(title = "Matrix", description = "Which matrix of the file becomes the expression matrix X of the output. "
        + "Default: X.")
    @ValueSwitchWidget
    @ValueReference(MatrixRef.class)
    Matrix m_matrix = Matrix.X;

    @Widget(title = "Layer", description = "Name of the layer to read as X. If the file has no such layer, the error "
        + "message lists those it has. Default: counts.")
    @TextInputWidget(placeholder = "counts")
    @Effect(type = EffectType.SHOW, predicate = IsLayer.class)
    String m_layer = "counts";

    @Widget(title = "Embedding", description = "Name of the matrix in obsm to read as X. Its columns take the place of "
        + "the genes; they are named by the data frame that the matrix is, by a list of as many names in uns, or else "
        + "numbered. If the file has no such matrix, the error message lists those it has. Default: "
        + "protein_expression.")
    @TextInputWidget(placeholder = "protein_expression")
    @Effect(type = EffectType.SHOW, predicate = IsEmbedding.class)
    @Migrate(loadDefaultIfAbsent = true)
    String m_embedding = "protein_expression";

    @Widget(title = "Keep layers", description = "If selected, the layers of the file come along as layers of the "
        + "output. They take as much disk space as X each. Default: not selected.")
    @Advanced
    boolean m_keepLayers;

    @Widget(title = "Modality", description = "Only for MuData files: the modality to read. If the file has no such "
        + "modality, the error message lists those it has. Default: empty, which means rna or the only one there is.")
    @TextInputWidget(placeholder = "rna")
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_modality = "";

    @Widget(title = "Feature type", description = "Only for 10x Genomics files: the type of the features to read, such "
        + "as Gene Expression or Antibody Capture, or * for all. If the file has no such type, the error message lists "
        + "those it has. Default: empty, which means Gene Expression or the only type there is.")
    @TextInputWidget(placeholder = "Gene Expression")
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_featureType = "";

    @Widget(title = "Genome", description = "Only for 10x Genomics HDF5 files: the genome to read, such as GRCh38. "
        + "If the file has no such genome, the error message lists those it has. Default: empty, which means all; a "
        + "file of Cell Ranger 2 with several genomes needs a choice.")
    @TextInputWidget
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    String m_genome = "";

    @Widget(title = "Rows of a table", description = "Only for tables of text: what their rows are. Default: "
        + "automatic.")
    @ValueSwitchWidget
    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    Rows m_rows = Rows.AUTO;

    /** Checks what configure needs; a node that was only just added has no file yet. */
    void check() throws InvalidSettingsException {
        LocalFile.checkChosen(m_file);
        if (links()) {
            LocalFile.checkLinkable(m_file);
        }
        if (m_matrix == Matrix.LAYER && m_layer.isBlank()) {
            throw Messages.invalid("No layer is named.", "Enter the name of the layer in the dialog.",
                "Choose X as matrix.");
        }
        if (m_matrix == Matrix.EMBEDDING && m_embedding.isBlank()) {
            throw Messages.invalid("No embedding is named.", "Enter the name of the matrix in obsm in the dialog.",
                "Choose X as matrix.");
        }
    }

    boolean links() {
        return m_access == Access.LINK;
    }

    /** @return the part of the file to read, where its format leaves a choice */
    ReadChoices choices() {
        final var orientation = switch (m_rows) {
            case AUTO -> Orientation.AUTO;
            case CELLS -> Orientation.CELLS_BY_GENES;
            case GENES -> Orientation.GENES_BY_CELLS;
        };
        return new ReadChoices(new TenxChoice(m_genome, m_featureType), m_modality, orientation);
    }

    Selection selection() {
        return switch (m_matrix) {
            case X -> Selection.x();
            case RAW -> Selection.raw();
            case LAYER -> Selection.layer(m_layer);
            case EMBEDDING -> Selection.obsm(m_embedding);
        };
    }

    /** @return what becomes X, for the history of the data */
    String matrixName() {
        return switch (m_matrix) {
            case X -> "X";
            case RAW -> "raw.X";
            case LAYER -> "Layer '" + m_layer + "'";
            case EMBEDDING -> "Embedding '" + m_embedding + "'";
        };
    }
}
