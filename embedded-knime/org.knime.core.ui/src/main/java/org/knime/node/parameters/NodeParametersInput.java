package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What is known about a node's ports while its parameters are made or edited. */
public interface NodeParametersInput {

    /** @return types of the input ports, without the flow variable port */
    PortType[] getInPortTypes();

    /** @return types of the output ports, without the flow variable port */
    PortType[] getOutPortTypes();

    /** @return a spec for each input port, null where nothing is known */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex index of an input port
     * @return its spec, if known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return as {@link #getInPortSpecs()}, for nodes with nothing but table inputs */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex index of an input table
     * @return its spec, if known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return an object for each input port, null where the node before has not been executed */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex index of an input port
     * @return its object, if there
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return as {@link #getInPortObjects()}, for nodes with nothing but table inputs */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex index of an input table
     * @return the table, if there
     */
    Optional<BufferedDataTable> getInTable(int portIndex);
}
