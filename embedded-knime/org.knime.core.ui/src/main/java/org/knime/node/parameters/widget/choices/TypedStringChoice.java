package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A choice of a text with a type, such as a column.
 *
 * @param id stored
 * @param text shown
 * @param type the type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * @param colSpec a column
     * @return the choice of it
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), type(colSpec.getType()));
    }

    private static PossibleTypeValue type(final DataType type) {
        return new PossibleTypeValue(type.getPreferredValueClass().getName(), type.toString());
    }

    /**
     * A type of choices.
     *
     * @param id stored
     * @param text shown
     */
    public record PossibleTypeValue(String id, String text) {
    }
}
