package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** The greatest value of the number's type. */
public abstract class TypeDependentMaxValidation extends MaxValidation {

    /** Never instantiated. */
    public TypeDependentMaxValidation() {
        super();
    }
}
