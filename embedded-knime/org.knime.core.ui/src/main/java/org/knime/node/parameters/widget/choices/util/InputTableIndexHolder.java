package org.knime.node.parameters.widget.choices.util;

/** Knows which input table it looks at. */
public interface InputTableIndexHolder {

    /** @return index of the input table, the first by default */
    default int getInputTableIndex() {
        return 0;
    }
}
