package org.scelmo.nodes.support;

import org.knime.core.node.InvalidSettingsException;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.core.matrix.NonFiniteValueException;
import org.scelmo.nodes.port.AnnDataOutline;

/** What nodes say about the expression matrix X of their input. */
public final class Expression {

    private Expression() {
    }

    /** @throws InvalidSettingsException if the data have no expression matrix */
    public static void check(final AnnDataOutline data) throws InvalidSettingsException {
        if (!data.hasExpression()) {
            throw Messages.invalid("The data have no expression matrix X.",
                "Choose another matrix, for example a layer, in the AnnData Reader.");
        }
    }

    /**
     * @param e tells row and column of X
     * @param data whose X it is
     * @return the same with the names of the cell and the gene
     */
    public static NonFiniteValueException named(final NonFiniteValueException e, final AnnData data) {
        return e.named("cell '%s'".formatted(data.obs().index()[(int)e.row()]),
            "gene '%s'".formatted(data.var().index()[e.column()]));
    }
}
