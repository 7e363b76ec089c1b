package org.scelmo.nodes.view;

import java.io.IOException;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultView.ViewInput;
import org.scelmo.core.anndata.AnnData;
import org.scelmo.nodes.port.AnnDataOutline;
import org.scelmo.nodes.port.AnnDataPortObject;
import org.scelmo.nodes.port.AnnDataPortObjectSpec;
import org.scelmo.nodes.support.Messages;

/** The AnnData of a node that only shows them: checked, kept for its view, and opened when the view asks. */
public final class ShownData {

    private ShownData() {
    }

    /** What the data must have. */
    @FunctionalInterface
    public interface Check {

        /** @throws InvalidSettingsException if they do not have it */
        void check(AnnDataOutline data) throws InvalidSettingsException;
    }

    /** Checks the first input, if it is known. */
    public static void configure(final ConfigureInput in, final Check check) throws InvalidSettingsException {
        final AnnDataPortObjectSpec data = in.getInPortSpec(0);
        if (data != null) {
            check.check(data.outline());
        }
    }

    /** Checks the first input and keeps it. */
    public static void execute(final ExecuteInput in, final ExecuteOutput out, final Check check)
        throws CanceledExecutionException, KNIMEException {
        Messages.translate(() -> {
            final AnnDataPortObject data = in.getInPortObject(0);
            check.check(data.getSpec().outline());
            out.setInternalData(data);
        });
    }

    /** @return what the kept data hold; empty if KNIME has lost them */
    public static Optional<AnnDataOutline> outline(final ViewInput input) {
        return kept(input).map(data -> data.getSpec().outline());
    }

    /**
     * @return the kept data
     * @throws IllegalStateException with a text for the view if KNIME has lost them, or they cannot be read
     */
    public static AnnData open(final ViewInput input) {
        try {
            return kept(input).orElseThrow(() -> new IllegalStateException(ViewPage.EXECUTE_AGAIN)).open();
        } catch (final IOException e) {
            throw new IllegalStateException("The data cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<AnnDataPortObject> kept(final ViewInput input) {
        return Optional.ofNullable(input.getInternalPortObjects()).map(kept -> (AnnDataPortObject)kept[0]);
    }
}
