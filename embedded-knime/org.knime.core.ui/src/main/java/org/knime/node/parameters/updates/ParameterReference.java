package org.knime.node.parameters.updates;

/**
 * A name for a field's value, given to the field by {@link ValueReference}.
 *
 * @param <V> the field's type
 */
public interface ParameterReference<V> {
}
