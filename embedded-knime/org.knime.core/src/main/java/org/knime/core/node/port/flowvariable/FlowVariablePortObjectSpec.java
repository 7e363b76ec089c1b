package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The spec of what flows between flow variable ports; the variables travel beside it. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {

    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** There is nothing to write. */
    public static final class Serializer extends PortObjectSpecSerializer<FlowVariablePortObjectSpec> {

        public Serializer() {
            // nothing to do
        }

        @Override
        public void savePortObjectSpec(final FlowVariablePortObjectSpec portObjectSpec,
            final PortObjectSpecZipOutputStream out) {
            // there is but one
        }

        @Override
        public FlowVariablePortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) {
            return INSTANCE;
        }
    }
}
