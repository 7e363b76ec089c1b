package org.scelmo.nodes.support;

import org.knime.node.parameters.widget.choices.Label;
import org.scelmo.core.io.file.ExistingFile;

/** What a writer node does if its file exists, as a choice in its dialog. */
public enum ExistingFileChoice {
        @Label(value = "Fail", description = "The node fails and the file stays as it is.")
        FAIL(ExistingFile.FAIL),
        @Label(value = "Overwrite", description = "The file is replaced once the new one is complete.")
        OVERWRITE(ExistingFile.OVERWRITE);

    private final ExistingFile m_existing;

    ExistingFileChoice(final ExistingFile existing) {
        m_existing = existing;
    }

    /** @return core's name of it */
    public ExistingFile existing() {
        return m_existing;
    }
}
