package org.scelmo.nodes.io.adaptorreader;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.scelmo.nodes.support.LocalFile;

/** Settings of the Adaptor Reader. */
final class AdaptorReaderParameters implements NodeParameters {

    @Widget(title = "File", description = "The file of an adaptor, as the Adaptor Writer writes it "
        + "(<tt>.adaptor</tt>). Local files, files relative to the workflow or the space, and URLs are supported. No "
        + "default: choose a file.")
    @FileReaderWidget(fileExtensions = {"adaptor"})
    FileSelection m_file = new FileSelection();

    /** Checks what configure needs; a node that was only just added has no file yet. */
    void check() throws InvalidSettingsException {
        LocalFile.checkChosen(m_file);
    }
}
