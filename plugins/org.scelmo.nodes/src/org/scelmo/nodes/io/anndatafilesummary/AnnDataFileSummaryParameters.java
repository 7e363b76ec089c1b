package org.scelmo.nodes.io.anndatafilesummary;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Settings of the AnnData File Summary. */
final class AnnDataFileSummaryParameters implements NodeParameters {

    @Widget(title = "File", description = "The file to look into: AnnData (<tt>.h5ad</tt>), MuData (<tt>.h5mu</tt>), "
        + "10x Genomics HDF5 (<tt>.h5</tt>), MatrixMarket (<tt>matrix.mtx</tt>, with the lists of names beside it) or "
        + "a table of text (<tt>.csv</tt>, <tt>.tsv</tt>, <tt>.txt</tt>); text also compressed (<tt>.gz</tt>). Files "
        + "that are not on this computer are copied first. No default: choose a file.")
    @FileReaderWidget(fileExtensions = {"h5ad", "h5", "h5mu", "mtx", "csv", "tsv", "txt", "gz"})
    FileSelection m_file = new FileSelection();
}
