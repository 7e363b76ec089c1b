package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;

/** No provider of a least length. */
public class NoopMinLengthValidationProvider extends NoopProvider<MinLengthValidation> {

    /** Never needed. */
    public NoopMinLengthValidationProvider() {
        super();
    }
}
