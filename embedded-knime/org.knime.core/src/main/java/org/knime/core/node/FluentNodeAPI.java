package org.knime.core.node;

/** Marks the classes with which nodes are declared. */
public interface FluentNodeAPI {
}
