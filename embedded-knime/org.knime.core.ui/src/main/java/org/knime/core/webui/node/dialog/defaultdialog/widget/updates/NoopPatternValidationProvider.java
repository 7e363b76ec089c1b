package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** No provider of a pattern. */
public class NoopPatternValidationProvider extends NoopProvider<PatternValidation> {

    /** Never needed. */
    public NoopPatternValidationProvider() {
        super();
    }
}
