package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** No provider of an upper bound. */
public class NoopMaxValidationProvider extends NoopProvider<MaxValidation> {

    /** Never needed. */
    public NoopMaxValidationProvider() {
        super();
    }
}
