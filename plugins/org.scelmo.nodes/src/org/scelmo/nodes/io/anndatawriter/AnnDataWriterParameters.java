package org.scelmo.nodes.io.anndatawriter;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.core.io.hdf5.write.Compression;
import org.scelmo.nodes.support.ExistingFileChoice;
import org.scelmo.nodes.support.WriteTarget;

/** Settings of the AnnData Writer. */
final class AnnDataWriterParameters implements NodeParameters {

    @Widget(title = "File", description = "The .h5ad file to write. Local files and files relative to the workflow or "
        + "the space are supported; for other places the file is made complete on this computer first and then copied. "
        + "No default: choose a file.")
    @FileWriterWidget(fileExtension = "h5ad")
    FileSelection m_file = new FileSelection();

    @Widget(title = "If the file exists", description = "What to do if there is a file of this name. Default: fail.")
    @ValueSwitchWidget
    ExistingFileChoice m_existing = ExistingFileChoice.FAIL;

    @Widget(title = "Create missing folders",
        description = "If selected, folders of the path that do not exist are created. Default: not selected.")
    boolean m_createFolders;

    @Widget(title = "Compress", description = "If selected, all arrays are compressed with gzip. Counts take a third "
        + "to a quarter of the space; writing and reading take several times as long. Default: selected.")
    boolean m_compress = true;

    @Widget(title = "Record how the data came about", description = "If selected, what the nodes of this workflow did "
        + "to the data is added to the file, in <tt>uns['scelmo']['history']</tt>. Default: selected.")
    @Advanced
    boolean m_history = true;

    WriteTarget target() {
        return new WriteTarget(m_file, m_existing.existing(), m_createFolders);
    }

    Compression compression() {
        return m_compress ? Compression.GZIP : Compression.NONE;
    }
}
