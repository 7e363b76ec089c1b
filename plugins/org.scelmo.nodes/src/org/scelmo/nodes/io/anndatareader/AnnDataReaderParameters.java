package org.scelmo.nodes.io.anndatareader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.text.TextInputWidget;
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
            LAYER;
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

    @Widget(title = "File", description = "The .h5ad file to read. Local files, files relative to the workflow or the "
        + "space, and URLs (<tt>knime://</tt>, <tt>https://</tt>, <tt>file:</tt>) are supported; files that are not on "
        + "this computer are copied while they are read. No default: choose a file.")
    @FileReaderWidget(fileExtensions = {"h5ad"})
    @ValueReference(FileRef.class)
    FileSelection m_file = new FileSelection();

    /** Only shows a message. */
    @TextMessage(FileSummary.class)
    Void m_summary;

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

    @Widget(title = "Keep layers", description = "If selected, the layers of the file come along as layers of the "
        + "output. They take as much disk space as X each. Default: not selected.")
    @Advanced
    boolean m_keepLayers;

    /** Checks what configure needs; a node that was only just added has no file yet. */
    void check() throws InvalidSettingsException {
        LocalFile.checkChosen(m_file);
        if (m_matrix == Matrix.LAYER && m_layer.isBlank()) {
            throw Messages.invalid("No layer is named.", "Enter the name of the layer in the dialog.",
                "Choose X as matrix.");
        }
    }
}
