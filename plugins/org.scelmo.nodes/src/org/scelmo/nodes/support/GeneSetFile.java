package org.scelmo.nodes.support;

import java.io.IOException;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.scelmo.core.Progress;
import org.scelmo.core.io.text.GmtFile;

/** Reads a chosen file of gene sets. */
public final class GeneSetFile {

    private GeneSetFile() {
    }

    /**
     * @param selection what the dialog's file chooser holds: a GMT file
     * @param warnings told which sets are left out because they have no genes or came before
     * @param progress told as lines are read
     * @return its sets
     * @throws IOException if it cannot be read
     */
    public static GmtFile read(final FileSelection selection, final Warnings warnings, final Progress progress)
        throws IOException {
        try (var file = LocalFile.open(selection)) {
            final var content = GmtFile.read(file.path(), progress);
            if (!content.empty().isEmpty()) {
                warnings.add("%,d sets of the file have no genes: %s.", content.empty().size(),
                    Warnings.examples(content.empty()));
            }
            if (!content.copies().isEmpty()) {
                warnings.add("%,d sets come again in the file, with the same genes: %s.", content.copies().size(),
                    Warnings.examples(content.copies()));
            }
            return content;
        }
    }
}
