package org.scelmo.nodes.support;

import org.knime.node.parameters.widget.choices.Label;

/** How a vector is put into a table; constants are stored by name. */
public enum VectorForm {
        /** All numbers in one cell. */
        @Label(value = "One list column", description = "All numbers of a vector in one column, as a list of numbers.")
        LIST,
        /** One column per dimension. */
        @Label(value = "One column per dimension", description = "One number column per dimension, as most nodes for "
            + "machine learning expect it.")
        COLUMNS;
}
