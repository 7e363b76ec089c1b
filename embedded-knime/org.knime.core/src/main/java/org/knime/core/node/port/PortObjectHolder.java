package org.knime.core.node.port;

/** A node model that keeps port objects of its own, for its views. */
public interface PortObjectHolder {

    PortObject[] getInternalPortObjects();

    void setInternalPortObjects(PortObject[] portObjects);
}
