package org.knime.core.node.port.inactive;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The spec of what flows on a branch that is switched off. */
public final class InactiveBranchPortObjectSpec implements PortObjectSpec {

    public static final InactiveBranchPortObjectSpec INSTANCE = new InactiveBranchPortObjectSpec();

    private InactiveBranchPortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** There is nothing to write. */
    public static final class Serializer extends PortObjectSpecSerializer<InactiveBranchPortObjectSpec> {

        public Serializer() {
            // nothing to do
        }

        @Override
        public void savePortObjectSpec(final InactiveBranchPortObjectSpec portObjectSpec,
            final PortObjectSpecZipOutputStream out) {
            // there is but one
        }

        @Override
        public InactiveBranchPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return INSTANCE;
        }
    }
}
