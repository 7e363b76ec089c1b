package org.knime.core.node.workflow;

/**
 * A value of one of KNIME's own types.
 *
 * @param <T> the type of the value
 */
final class SimpleVariableValue<T> extends VariableType.VariableValue<T> {

    SimpleVariableValue(final VariableType<T> type, final T value) {
        super(type, value);
    }
}
