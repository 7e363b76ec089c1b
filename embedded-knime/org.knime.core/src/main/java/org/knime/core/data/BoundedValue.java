package org.knime.core.data;

/** Values with an order, whose smallest and largest are kept in the domain. */
public interface BoundedValue extends DataValue {
}
