package org.scelmo.nodes.languagemodel.geneembed;

import org.knime.node.parameters.widget.choices.Label;

/** What happens with a row that gets no vector. */
enum WithoutVector {
        @Label(value = "Leave out", description = "Its name has no vector; the report tells why.")
        LEAVE_OUT,
        @Label(value = "Zero vector", description = "Its name gets a vector of zeros, as in GenePT's files.")
        ZERO,
        @Label(value = "Fail", description = "The node fails at the end and names the first such row.")
        FAIL;
}
