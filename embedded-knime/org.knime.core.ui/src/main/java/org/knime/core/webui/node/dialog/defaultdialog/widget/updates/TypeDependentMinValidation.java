package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The least value of the number's type. */
public abstract class TypeDependentMinValidation extends MinValidation {

    /** Never instantiated. */
    public TypeDependentMinValidation() {
        super();
    }
}
