package org.scelmo.nodes.io.adaptorwriter;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.nodes.support.ExistingFileChoice;
import org.scelmo.nodes.support.WriteTarget;

/** Settings of the Adaptor Writer. */
final class AdaptorWriterParameters implements NodeParameters {

    /** What is written. */
    enum Format {
            @Label(value = "Adaptor", description = "Everything, for the Adaptor Reader: weights, gene factors, "
                + "classes, genes, and the record of the training.")
            ADAPTOR,
            @Label(value = "NumPy", description = "An archive (<tt>.npz</tt>) for Python with the weights as PyTorch "
                + "names and shapes them, the gene factors, genes and classes. The Adaptor Reader does not read it.")
            NPZ;
    }

    @Widget(title = "File", description = "The file to write, with the ending that fits the format: "
        + "<tt>.adaptor</tt> or <tt>.npz</tt>. Local files and files relative to the workflow or the space are "
        + "supported; for other places the file is made complete on this computer first and then copied. No default: "
        + "choose a file.")
    @FileWriterWidget
    FileSelection m_file = new FileSelection();

    @Widget(title = "Format", description = "What is written. Default: adaptor.")
    @ValueSwitchWidget
    Format m_format = Format.ADAPTOR;

    @Widget(title = "If the file exists", description = "What to do if there is a file of this name. Default: fail.")
    @ValueSwitchWidget
    ExistingFileChoice m_existing = ExistingFileChoice.FAIL;

    @Widget(title = "Create missing folders",
        description = "If selected, folders of the path that do not exist are created. Default: not selected.")
    boolean m_createFolders;

    WriteTarget target() {
        return new WriteTarget(m_file, m_existing.existing(), m_createFolders);
    }
}
