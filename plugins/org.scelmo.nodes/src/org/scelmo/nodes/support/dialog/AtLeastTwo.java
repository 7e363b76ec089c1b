package org.scelmo.nodes.support.dialog;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** For numbers of which one is not enough, such as neighbors. */
public final class AtLeastTwo extends MinValidation {

    @Override
    protected double getMin() {
        return 2;
    }
}
