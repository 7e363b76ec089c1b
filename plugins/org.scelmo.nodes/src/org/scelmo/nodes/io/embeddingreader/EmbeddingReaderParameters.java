package org.scelmo.nodes.io.embeddingreader;

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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.scelmo.nodes.support.AnnDataChoices;
import org.scelmo.nodes.support.LocalFile;
import org.scelmo.nodes.support.dialog.GeneNameChoices;

/** Settings of the Embedding Reader. */
final class EmbeddingReaderParameters implements NodeParameters {

    static final class IsConnected implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortTypes().length > 0);
        }
    }

    @Widget(title = "File", description = "The file with the vectors: Python pickle (<tt>.pickle</tt>, <tt>.pkl</tt>), "
        + "text with one vector per line (<tt>.csv</tt>, <tt>.tsv</tt>, <tt>.txt</tt>), NumPy (<tt>.npy</tt> with the "
        + "names, one per line, in a text file beside it, or <tt>.npz</tt>) or JSON; each may be compressed. The "
        + "format is told by content. Local files, files relative to the workflow or the space, and URLs are "
        + "supported. No default: choose a file.")
    @FileReaderWidget(fileExtensions = {"pickle", "pkl", "csv", "tsv", "txt", "npy", "npz", "json", "gz", "zip"})
    FileSelection m_file = new FileSelection();

    @Widget(title = "Keep only genes of the data", description = "If selected, only vectors of genes that the "
        + "connected AnnData hold are kept. This saves memory: published libraries have ten times as many genes as "
        + "most data sets. Default: selected.")
    @Effect(type = EffectType.SHOW, predicate = IsConnected.class)
    boolean m_keepOnlyMatched = true;

    @Widget(title = "Match genes by", description = "What names a gene of the connected AnnData: the index of var, or "
        + "one of its columns, for example symbols where the index holds Ensembl identifiers. Default: the index.")
    @ChoicesProvider(GeneNameChoices.class)
    @Effect(type = EffectType.SHOW, predicate = IsConnected.class)
    String m_geneColumn = AnnDataChoices.NONE;

    @Widget(title = "File with names", description = "Only for a NumPy matrix (<tt>.npy</tt>): a text file with the "
        + "names of its rows, one per line. Default: none, a file beside the matrix is used whose name is that of the "
        + "matrix with the ending <tt>_genes.txt</tt>, <tt>_names.txt</tt>, <tt>.names.txt</tt>, <tt>.genes.txt</tt> "
        + "or <tt>.txt</tt>.")
    @FileReaderWidget(fileExtensions = {"txt", "csv", "tsv"})
    @Advanced
    FileSelection m_namesFile = new FileSelection();

    /** Checks what configure needs; a node that was only just added has no file yet. */
    void check() throws InvalidSettingsException {
        LocalFile.checkChosen(m_file);
    }
}
