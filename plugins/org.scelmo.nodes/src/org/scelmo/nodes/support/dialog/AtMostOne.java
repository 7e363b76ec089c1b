package org.scelmo.nodes.support.dialog;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** For shares and probabilities. */
public final class AtMostOne extends MaxValidation {

    @Override
    protected double getMax() {
        return 1;
    }
}
