package org.knime.core.node.port;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.scelmo.embedded.core.access.PortTypeDeclaration;

/** The port types of KNIME itself. */
final class BuiltInPortTypes {

    private static final int TABLE_COLOR = 0xFF505050;

    private static final int VARIABLE_COLOR = 0xFFFF4B4B;

    private BuiltInPortTypes() {
    }

    static List<PortTypeDeclaration> all() {
        return List.of( //
            new PortTypeDeclaration("Table", BufferedDataTable.class, null, DataTableSpec.class,
                new DataTableSpec.Serializer(), TABLE_COLOR, false),
            new PortTypeDeclaration("Generic Port", PortObject.class, null, PortObjectSpec.class, null,
                PortType.DEFAULT_COLOR, true),
            new PortTypeDeclaration("Flow Variable", FlowVariablePortObject.class,
                new FlowVariablePortObject.Serializer(), FlowVariablePortObjectSpec.class,
                new FlowVariablePortObjectSpec.Serializer(), VARIABLE_COLOR, false),
            new PortTypeDeclaration("Inactive", InactiveBranchPortObject.class,
                new InactiveBranchPortObject.Serializer(), InactiveBranchPortObjectSpec.class,
                new InactiveBranchPortObjectSpec.Serializer(), PortType.DEFAULT_COLOR, true));
    }
}
