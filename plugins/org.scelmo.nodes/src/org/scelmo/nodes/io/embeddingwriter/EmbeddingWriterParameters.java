package org.scelmo.nodes.io.embeddingwriter;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.scelmo.core.io.library.write.VectorFormat;
import org.scelmo.nodes.support.ExistingFileChoice;
import org.scelmo.nodes.support.WriteTarget;

/** Settings of the Embedding Writer. */
final class EmbeddingWriterParameters implements NodeParameters {

    /** How the vectors are written. */
    enum Format {
            @Label(value = "CSV", description = "Text with a header, separated by commas; one vector per line, the "
                + "name first.")
            CSV(VectorFormat.CSV),
            @Label(value = "TSV", description = "The same, separated by tabs.")
            TSV(VectorFormat.TSV),
            @Label(value = "NumPy", description = "A matrix of 32-bit numbers (<tt>.npy</tt>) with one row per vector, "
                + "and the names, one per line, in a text file beside it: <tt>vectors_names.txt</tt> for "
                + "<tt>vectors.npy</tt>.")
            NPY(VectorFormat.NPY);

        private final VectorFormat m_format;

        Format(final VectorFormat format) {
            m_format = format;
        }

        VectorFormat format() {
            return m_format;
        }
    }

    @Widget(title = "File", description = "The file to write, with the ending that fits the format: <tt>.csv</tt>, "
        + "<tt>.tsv</tt> or <tt>.npy</tt>. Local files and files relative to the workflow or the space are supported; "
        + "for other places the file is made complete on this computer first and then copied. No default: choose a "
        + "file.")
    @FileWriterWidget
    FileSelection m_file = new FileSelection();

    @Widget(title = "Format", description = "How the vectors are written. Default: CSV.")
    @ValueSwitchWidget
    Format m_format = Format.CSV;

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
