package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** No provider of a lower bound. */
public class NoopMinValidationProvider extends NoopProvider<MinValidation> {

    /** Never needed. */
    public NoopMinValidationProvider() {
        super();
    }
}
