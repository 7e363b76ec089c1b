package org.knime.node.parameters.persistence;

/** Fields that are stored with the node. Needs a constructor without arguments. */
public interface Persistable {
}
