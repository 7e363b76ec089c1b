package org.knime.node.parameters.updates;

/** A name for a button. */
public interface ButtonReference {
}
