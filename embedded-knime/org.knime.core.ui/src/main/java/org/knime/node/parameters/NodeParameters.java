package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A node's parameters: a class with a constructor without arguments and, if defaults depend on the input, another
 * that takes a {@link NodeParametersInput}. Every field that is neither static nor private is stored; those with a
 * {@link Widget} show in the dialog.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Called on settings that have been read and before they are used.
     *
     * @throws InvalidSettingsException if values are invalid on their own, whatever the input is
     */
    default void validate() throws InvalidSettingsException {
    }
}
