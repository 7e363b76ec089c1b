package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;

/** No provider of a greatest length. */
public class NoopMaxLengthValidationProvider extends NoopProvider<MaxLengthValidation> {

    /** Never needed. */
    public NoopMaxLengthValidationProvider() {
        super();
    }
}
